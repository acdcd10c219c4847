package org.clubpost.mail.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** HZ-GB-2312 (RFC 1843), to be read only: Chinese in pairs of ASCII characters between braces with tildes. */
final class HzCharset extends Charset {

    private static final Charset GB = Charset.forName("GB18030");

    HzCharset() {
        super("HZ-GB-2312", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(StandardCharsets.US_ASCII) || other.equals(this);
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("nobody should write HZ");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {

        private boolean inChinese;

        private Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            inChinese = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                int at = in.position();
                int c = in.get(at);
                int second = in.remaining() > 1 ? in.get(at + 1) : -1;
                if (c < 0) {
                    return CoderResult.malformedForLength(1);
                }
                if (c == '~') {
                    if (in.remaining() < 2) {
                        return CoderResult.UNDERFLOW;
                    }
                    if (!tilde(second, out)) {
                        return CoderResult.malformedForLength(1);
                    }
                    in.position(at + 2);
                } else if (!inChinese || c <= ' ') {
                    inChinese &= c != '\n';
                    out.put((char) c);
                    in.position(at + 1);
                } else if (in.remaining() < 2) {
                    return CoderResult.UNDERFLOW;
                } else {
                    var pair = new String(new byte[]{(byte) (c | 0x80), (byte) (second | 0x80)}, GB);
                    if (pair.length() != 1 || pair.charAt(0) == '\uFFFD') {
                        return CoderResult.malformedForLength(1);
                    }
                    out.put(pair.charAt(0));
                    in.position(at + 2);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        /** What the character behind a tilde makes of it; whether it is one that may stand there. */
        private boolean tilde(int second, CharBuffer out) {
            switch (second) {
                case '{' -> inChinese = true;
                case '}' -> inChinese = false;
                case '~' -> out.put('~');
                case '\n' -> {
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
