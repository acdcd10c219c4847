package org.clubpost.mail.mime;

/** Line ends on the wire (RFC 5321 section 2.3.8: CRLF, and CR or LF never alone). */
public final class LineEnds {

    private LineEnds() {}

    /**
     * A mail that was kept with LF line ends, as it was on the wire. A mail whose first line ends with CRLF is returned
     * as it is, because an LF alone in it is part of a body.
     */
    public static Octets onTheWire(Octets mail) {
        int newline = mail.indexOf((byte) '\n', 0);
        boolean keptWithLf = newline >= 0 && (newline == 0 || mail.at(newline - 1) != '\r');
        return keptWithLf ? toCrlf(mail) : mail;
    }

    /** With a CR before every LF that has none. If there is no such LF, it is the same view. */
    public static Octets toCrlf(Octets text) {
        int bare = 0;
        for (int i = text.indexOf((byte) '\n', 0); i >= 0; i = text.indexOf((byte) '\n', i + 1)) {
            bare += i == 0 || text.at(i - 1) != '\r' ? 1 : 0;
        }
        if (bare == 0) {
            return text;
        }
        byte[] converted = new byte[text.length() + bare];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            byte b = text.at(i);
            if (b == '\n' && (i == 0 || text.at(i - 1) != '\r')) {
                converted[length++] = '\r';
            }
            converted[length++] = b;
        }
        return Octets.of(converted);
    }
}
