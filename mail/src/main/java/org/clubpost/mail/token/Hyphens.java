package org.clubpost.mail.token;

/**
 * Characters that a program's correction puts in place of a hyphen-minus: Unicode's hyphens, dashes and minus sign
 * (Unicode Standard section 6.2, "Dashes and Hyphens").
 */
final class Hyphens {

    private Hyphens() {}

    /** Whether the code point is such a one. */
    static boolean is(int c) {
        return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
    }

    /** Whether the octet is a dash in windows-1252 and its kin. */
    static boolean isOctet(int c) {
        return c == 0x96 || c == 0x97;
    }
}
