package org.clubpost.local.smtp;

/** Finds the line with nothing but a dot that ends a mail (RFC 5321 section 4.1.1.4). For one thread. */
final class EndOfMail {

    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};
    /** A mail begins at the beginning of a line. */
    private static final int AT_LINE_BEGIN = 2;

    private int matched = AT_LINE_BEGIN;

    /** A new mail comes. */
    void begin() {
        matched = AT_LINE_BEGIN;
    }

    /** How many of these octets belong to the mail, its end included. */
    int within(byte[] octets, int at, int most) {
        for (var count = 0; count < most; count++) {
            var octet = octets[at + count];
            if (octet == END[matched]) {
                matched++;
            } else {
                matched = octet == END[0] ? 1 : 0;
            }
            if (isReached()) {
                return count + 1;
            }
        }
        return most;
    }

    boolean isReached() {
        return matched == END.length;
    }
}
