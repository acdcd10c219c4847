package org.clubpost.mail.token;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.clubpost.mail.mime.Octets;

/**
 * Base64 as the most lenient readers take it: other characters are ignored (RFC 2045 section 6.8), and after padding it
 * begins anew. Work is linear.
 */
final class LooseBase64 {

    private static final int SHORTEST = Blob.SHORTEST;

    private LooseBase64() {}

    static Octets decoded(Octets text) {
        var decoded = new ByteArrayOutputStream(text.length() / 4 * 3 + 3);
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (c == '=') {
                finish(decoded, bits, count);
                count = 0;
                bits = 0;
            } else if (isCharacter(c)) {
                bits = bits << 6 | Blob.value(c);
                if (++count == 4) {
                    decoded.write(bits >> 16);
                    decoded.write(bits >> 8);
                    decoded.write(bits);
                    count = 0;
                    bits = 0;
                }
            }
        }
        finish(decoded, bits, count);
        return Octets.of(decoded.toByteArray());
    }

    private static void finish(ByteArrayOutputStream decoded, int bits, int count) {
        if (count == 2) {
            decoded.write(bits >> 4);
        } else if (count == 3) {
            decoded.write(bits >> 10);
            decoded.write(bits >> 2);
        }
    }

    static boolean isCharacter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    /** In lines, without a line end at the end. */
    static Octets encoded(Octets content) {
        return Octets.of(Base64.getMimeEncoder().encode(content.toByteArray()));
    }

    /** Whether the text speaks of base64, as the source of a mail does. */
    static boolean isNamedIn(Octets text) {
        for (int at = text.indexOf((byte) '6', 0); at >= 0; at = text.indexOf((byte) '6', at + 1)) {
            if (at >= 4 && at + 1 < text.length() && text.at(at + 1) == '4'
                    && text.slice(at - 4, at).latin1().equalsIgnoreCase("base")) {
                return true;
            }
        }
        return false;
    }

    /** The source of a mail with whatever base64 stands in it between empty lines and delimiters changed. */
    static Octets inBlocks(Octets source, UnaryOperator<Octets> change) {
        var written = new ByteArrayOutputStream(source.length());
        boolean isChanged = false;
        for (int start = 0; start < source.length();) {
            int end = blockEnd(source, start);
            var block = source.slice(start, end);
            var decoded = block.length() < SHORTEST ? Octets.EMPTY : decoded(block);
            var changed = change.apply(decoded);
            boolean isSame = changed.equals(decoded);
            written.writeBytes((isSame ? block : encoded(changed)).toByteArray());
            if (!isSame) {
                written.writeBytes(new byte[]{'\r', '\n'});
            }
            isChanged |= !isSame;
            start = end;
        }
        return isChanged ? Octets.of(written.toByteArray()) : source;
    }

    /** Just before the next line that is empty or begins with two hyphens, but one line on at least. */
    private static int blockEnd(Octets source, int start) {
        int at = source.lineEnd(start);
        while (at < source.length()) {
            byte c = source.at(at);
            if (c == '\r' || c == '\n' || (c == '-' && at + 1 < source.length() && source.at(at + 1) == '-')) {
                return at;
            }
            at = source.lineEnd(at);
        }
        return at;
    }
}
