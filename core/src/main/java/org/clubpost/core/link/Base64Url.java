package org.clubpost.core.link;

/** Base64url (RFC 4648 section 5) of which only a beginning is to be read, whatever follows it. */
final class Base64Url {

    private Base64Url() {}

    /** How many characters stand for so many octets, without padding. */
    static int length(int octets) {
        return (octets * 4 + 2) / 3;
    }

    /** What a character stands for, from 0 to 63; 0 when it is none of base64url. */
    static int value(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '-' ? 62 : c == '_' ? 63 : 0;
    }

    /** The octets for which the characters stand; the bits of the last character that make no octet are left out. */
    static byte[] beginning(byte[] text, int from, int to) {
        var octets = new byte[(to - from) * 6 / 8];
        var bits = 0;
        var count = 0;
        var at = 0;
        for (var i = from; i < to; i++) {
            bits = bits << 6 | value(text[i]);
            count += 6;
            if (count >= 8) {
                count -= 8;
                octets[at++] = (byte) (bits >> count);
            }
        }
        return octets;
    }
}
