package org.clubpost.mail.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A charset of one byte a character as the WHATWG Encoding Standard, section 9, has it and Java does not. Safe for use
 * by many threads.
 */
final class OneByteCharset extends Charset {

    private static final char NONE = '\uFFFD';
    private static final String LATIN_6 = "\u00A0\u0104\u0112\u0122\u012A\u0128\u0136\u00A7\u013B\u0110\u0160\u0166"
            + "\u017D\u00AD\u016A\u014A\u00B0\u0105\u0113\u0123\u012B\u0129\u0137\u00B7\u013C\u0111\u0161\u0167\u017E"
            + "\u2015\u016B\u014B\u0100\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u012E\u010C\u00C9\u0118\u00CB\u0116\u00CD"
            + "\u00CE\u00CF\u00D0\u0145\u014C\u00D3\u00D4\u00D5\u00D6\u0168\u00D8\u0172\u00DA\u00DB\u00DC\u00DD\u00DE"
            + "\u00DF\u0101\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u012F\u010D\u00E9\u0119\u00EB\u0117\u00ED\u00EE\u00EF"
            + "\u00F0\u0146\u014D\u00F3\u00F4\u00F5\u00F6\u0169\u00F8\u0173\u00FA\u00FB\u00FC\u00FD\u00FE\u0138";
    private static final String LATIN_8 = "\u00A0\u1E02\u1E03\u00A3\u010A\u010B\u1E0A\u00A7\u1E80\u00A9\u1E82\u1E0B"
            + "\u1EF2\u00AD\u00AE\u0178\u1E1E\u1E1F\u0120\u0121\u1E40\u1E41\u00B6\u1E56\u1E81\u1E57\u1E83\u1E60\u1EF3"
            + "\u1E84\u1E85\u1E61\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD"
            + "\u00CE\u00CF\u0174\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u1E6A\u00D8\u00D9\u00DA\u00DB\u00DC\u00DD\u0176"
            + "\u00DF\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF"
            + "\u0175\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u1E6B\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u0177\u00FF";

    private final String characters;
    private final Map<Character, Byte> bytes = new HashMap<>();

    private OneByteCharset(String name, String characters) {
        super(name, new String[0]);
        this.characters = characters;
        for (int i = 0; i < characters.length(); i++) {
            if (characters.charAt(i) != NONE) {
                bytes.putIfAbsent(characters.charAt(i), (byte) i);
            }
        }
    }

    /**
     * A charset of Java in which the bytes from 80 to 9F that have no character there are control characters.
     *
     * @param others bytes that are another character than there
     */
    static OneByteCharset of(Charset base, Map<Integer, Character> others) {
        var characters = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            char c = new String(new byte[]{(byte) i}, base).charAt(0);
            characters.append(others.getOrDefault(i, c == NONE && i < 0xA0 ? (char) i : c));
        }
        return new OneByteCharset(base.name(), characters.toString());
    }

    /** ISO-8859-10, which is Latin 6. */
    static OneByteCharset latin6() {
        return new OneByteCharset("ISO-8859-10", firstHalf() + LATIN_6);
    }

    /** ISO-8859-14, which is Latin 8. */
    static OneByteCharset latin8() {
        return new OneByteCharset("ISO-8859-14", firstHalf() + LATIN_8);
    }

    private static String firstHalf() {
        var characters = new StringBuilder();
        for (char c = 0; c < 0xA0; c++) {
            characters.append(c);
        }
        return characters.toString();
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(StandardCharsets.US_ASCII) || other.equals(this);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {

            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    char c = characters.charAt(in.get(in.position()) & 0xFF);
                    if (c == NONE) {
                        return CoderResult.unmappableForLength(1);
                    }
                    in.get();
                    out.put(c);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 1) {

            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    char c = in.get(in.position());
                    Byte found = bytes.get(c);
                    if (found == null) {
                        return length(in, c);
                    }
                    in.get();
                    out.put(found);
                }
                return CoderResult.UNDERFLOW;
            }

            private CoderResult length(CharBuffer in, char c) {
                boolean isPair = Character.isHighSurrogate(c) && in.remaining() > 1
                        && Character.isLowSurrogate(in.get(in.position() + 1));
                return Character.isSurrogate(c) && !isPair
                        ? CoderResult.malformedForLength(1)
                        : CoderResult.unmappableForLength(isPair ? 2 : 1);
            }
        };
    }
}
