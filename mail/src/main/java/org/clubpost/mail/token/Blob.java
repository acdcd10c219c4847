package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;

/**
 * A run of characters that may be base64 or base64url (RFC 4648), such as a tracker's, in which a link may hide. Where
 * it begins is not known for sure, so it is decoded from each of its first four characters on.
 */
final class Blob {

    /** In how much base64 a token is looked for. */
    static final int DEEPEST = 2;
    /** The shortest token, encoded. */
    static final int SHORTEST = Window.SHORTEST * 4 / 3;

    private static final byte[] STANDARD = alphabet("+/");
    private static final byte[] URL = alphabet("-_");
    private static final byte[] VALUES = values();

    private final byte[] chars;
    private final int from;
    private final int to;

    /** Takes characters. */
    @FunctionalInterface
    interface Change {

        /** At that place of the array stands this character from now on. */
        void accept(int at, byte c);
    }

    /** The characters of an array from {@code from} up to but not including {@code to}. */
    Blob(byte[] chars, int from, int to) {
        this.chars = chars;
        this.from = from;
        this.to = to;
    }

    private static byte[] alphabet(String lastTwo) {
        return ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + lastTwo)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a character of either alphabet stands for; 0 for any other. */
    static int value(int c) {
        return c >= 0 && c < VALUES.length ? VALUES[c] : 0;
    }

    private static byte[] values() {
        var values = new byte[128];
        for (byte i = 0; i < 64; i++) {
            values[STANDARD[i]] = i;
            values[URL[i]] = i;
        }
        return values;
    }

    /** The octets, read from that character on. */
    byte[] decoded(int phase) {
        int count = to - from - phase;
        var octets = new byte[count * 6 / 8];
        int at = 0;
        for (int i = from + phase; at < octets.length; i += 4) {
            int bits = valueAt(i) << 18 | valueAt(i + 1) << 12 | valueAt(i + 2) << 6 | valueAt(i + 3);
            octets[at++] = (byte) (bits >> 16);
            if (at < octets.length) {
                octets[at++] = (byte) (bits >> 8);
            }
            if (at < octets.length) {
                octets[at++] = (byte) bits;
            }
        }
        return octets;
    }

    private int valueAt(int i) {
        return i < to ? value(chars[i]) : 0;
    }

    /** Tells, in order, which characters have to be written anew so that these octets become those. */
    void changes(int phase, byte[] octets, byte[] wanted, Change change) {
        byte[] alphabet = isStandard() ? STANDARD : URL;
        for (int at = 0; at < octets.length; at++) {
            if (octets[at] == wanted[at]) {
                continue;
            }
            int group = at / 3;
            int first = from + phase + 4 * group;
            int bits = octet(wanted, 3 * group) << 16 | octet(wanted, 3 * group + 1) << 8
                    | octet(wanted, 3 * group + 2);
            for (int i = 0; i < 4 && first + i < to; i++) {
                change.accept(first + i, alphabet[bits >> (18 - 6 * i) & 63]);
            }
            at = 3 * group + 2;
        }
    }

    private static int octet(byte[] octets, int at) {
        return at < octets.length ? octets[at] & 0xff : 0;
    }

    private boolean isStandard() {
        for (int i = from; i < to; i++) {
            if (chars[i] == '+' || chars[i] == '/') {
                return true;
            }
        }
        return false;
    }

    /**
     * The character in so many octets: as it is, percent-encoded as often as need be, or as a character reference. Of
     * other forms only the width is right.
     */
    static byte[] written(byte c, int width) {
        if (width == 1) {
            return new byte[]{c};
        }
        String hex = "%02X".formatted((int) c);
        String written = width % 2 == 1
                ? "%" + "25".repeat(Math.max(0, (width - 3) / 2)) + hex
                : ("&#x" + hex + ";").repeat(width).substring(0, width);
        return written.getBytes(StandardCharsets.US_ASCII);
    }
}
