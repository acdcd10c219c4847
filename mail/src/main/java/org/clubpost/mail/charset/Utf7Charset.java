package org.clubpost.mail.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), to be read only. What is not base64 behind a plus sign is itself. */
final class Utf7Charset extends Charset {

    Utf7Charset() {
        super("UTF-7", new String[0]);
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
        throw new UnsupportedOperationException("nobody should write UTF-7");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {

        private boolean inBase64;
        private boolean isFirst;
        private int bits;
        private int count;

        private Decoder(Charset charset) {
            super(charset, 1, 2);
        }

        @Override
        protected void implReset() {
            inBase64 = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (out.remaining() < 2) {
                    return CoderResult.OVERFLOW;
                }
                int c = in.get(in.position());
                if (c < 0) {
                    return CoderResult.malformedForLength(1);
                }
                in.get();
                if (inBase64) {
                    base64(c, out);
                } else if (c == '+') {
                    inBase64 = true;
                    isFirst = true;
                    bits = 0;
                    count = 0;
                } else {
                    out.put((char) c);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        private void base64(int c, CharBuffer out) {
            int value = value(c);
            if (value < 0) {
                if (isFirst) {
                    out.put('+');
                }
                if (c != '-') {
                    out.put((char) c);
                }
                inBase64 = false;
                return;
            }
            isFirst = false;
            bits = bits << 6 | value;
            count += 6;
            if (count >= 16) {
                count -= 16;
                out.put((char) (bits >> count));
            }
        }

        private static int value(int c) {
            if (c >= 'A' && c <= 'Z') {
                return c - 'A';
            }
            if (c >= 'a' && c <= 'z') {
                return c - 'a' + 26;
            }
            return c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : c == '/' ? 63 : -1;
        }
    }
}
