package org.clubpost.mail.mime;

import java.io.ByteArrayOutputStream;

/** The quoted-printable encoding (RFC 2045 section 6.7). */
public final class QuotedPrintable {

    /** The longest line, without its line end (rule 5). */
    private static final int MAX_LINE = 76;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private QuotedPrintable() {}

    /**
     * Decodes. Soft line breaks and white space at line ends go; line ends stay as they are. An {@code =} that does not
     * begin an escape stands for itself, as section 6.7 advises (note 2).
     */
    public static Octets decode(Octets encoded) {
        byte[] decoded = new byte[encoded.length()];
        int length = 0;
        for (int at = 0; at < encoded.length();) {
            int lineEnd = encoded.lineEnd(at);
            Octets line = encoded.slice(at, lineEnd);
            int end = lineEnd - line.lineEndLength();
            while (end > at && (encoded.at(end - 1) == ' ' || encoded.at(end - 1) == '\t')) {
                end--;
            }
            boolean soft = end > at && encoded.at(end - 1) == '=';
            length = decodeLine(encoded.slice(at, soft ? end - 1 : end), decoded, length);
            if (!soft) {
                Octets closing = line.slice(line.length() - line.lineEndLength());
                closing.copyTo(decoded, length);
                length += closing.length();
            }
            at = lineEnd;
        }
        return Octets.of(decoded).slice(0, length);
    }

    private static int decodeLine(Octets line, byte[] decoded, int start) {
        int length = start;
        for (int i = 0; i < line.length(); i++) {
            byte b = line.at(i);
            if (b == '=' && i + 2 < line.length() && hex(line.at(i + 1)) >= 0 && hex(line.at(i + 2)) >= 0) {
                b = (byte) (hex(line.at(i + 1)) << 4 | hex(line.at(i + 2)));
                i += 2;
            }
            decoded[length++] = b;
        }
        return length;
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }

    /**
     * Encodes. CRLF is a line end; every other control character is data. No line comes out longer than 76 characters.
     * The result may begin and end anywhere in a text: it may stand between others of its kind if a soft line break or
     * a line end parts each from the next.
     */
    public static Octets encode(Octets data) {
        var out = new ByteArrayOutputStream(data.length() + data.length() / 16 + 16);
        int column = 0;
        int length = data.length();
        for (int i = 0; i < length; i++) {
            byte b = data.at(i);
            if (b == '\r' && i + 1 < length && data.at(i + 1) == '\n') {
                out.write('\r');
                out.write('\n');
                column = 0;
                i++;
                continue;
            }
            boolean atLineEnd = i + 1 == length || (data.at(i + 1) == '\r' && i + 2 < length && data.at(i + 2) == '\n');
            boolean literal = isLiteral(b, column, atLineEnd);
            int width = literal ? 1 : 3;
            if (column + width > (atLineEnd && i + 1 < length ? MAX_LINE : MAX_LINE - 1)) {
                out.write('=');
                out.write('\r');
                out.write('\n');
                column = 0;
                literal = isLiteral(b, 0, atLineEnd);
                width = literal ? 1 : 3;
            }
            if (literal) {
                out.write(b);
            } else {
                out.write('=');
                out.write(HEX[(b >> 4) & 15]);
                out.write(HEX[b & 15]);
            }
            column += width;
        }
        return Octets.of(out.toByteArray());
    }

    /**
     * A dot and an F at the start of a line are escaped: SMTP dot-stuffing and mbox's From lines go wrong often enough.
     */
    private static boolean isLiteral(byte b, int column, boolean atLineEnd) {
        if (b == ' ' || b == '\t') {
            return !atLineEnd;
        }
        if (column == 0 && (b == '.' || b == 'F' || b == '-')) {
            return false;
        }
        return b > ' ' && b < 127 && b != '=';
    }
}
