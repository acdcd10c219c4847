package org.clubpost.mail.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** In which order the bytes of UTF-16 lie. The label says little about that, and often there is no mark. */
final class Utf16 {

    /** So much of a text tells. */
    private static final int LOOKED_AT = 4 << 10;

    private Utf16() {}

    /**
     * The charset that reads the bytes: of those labelled UTF-16 the order in which they are text, or ASCII if they are
     * all that; any other charset is itself. A byte order mark decides (RFC 2781 section 3.2). Without one, the order
     * is the one in which there are more blanks and ASCII and fewer different higher bytes, or else the labelled one.
     */
    static Charset order(byte[] content, Charset charset) {
        if (!charset.name().startsWith("UTF-16")) {
            return charset;
        }
        if (content.length > 1 && (content[0] & 0xFF) + (content[1] & 0xFF) == 0x1FD) {
            return content[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (isAscii(content)) {
            return StandardCharsets.US_ASCII;
        }
        int big = likeness(content, 0);
        int little = likeness(content, 1);
        if (big == little) {
            return charset.equals(StandardCharsets.UTF_16LE) ? charset : StandardCharsets.UTF_16BE;
        }
        return big > little ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /** How much it looks like text when the higher byte of each unit is the first one, or the second. */
    private static int likeness(byte[] content, int high) {
        var higher = new BitSet(256);
        int common = 0;
        for (int i = 0; i + 1 < Math.min(content.length, LOOKED_AT); i += 2) {
            int unit = (content[i + high] & 0xFF) << 8 | (content[i + 1 - high] & 0xFF);
            higher.set(unit >> 8);
            common += isBlank(unit) ? 4 : unit < 0x80 ? 2 : 0;
        }
        return common - higher.cardinality();
    }

    /** Whether it is ASCII that people write, which would be odd signs in UTF-16. */
    private static boolean isAscii(byte[] content) {
        for (byte b : content) {
            if (b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == 0x3000 || unit == 0x3001 || unit == 0x3002
                || unit == 0xFF0C;
    }
}
