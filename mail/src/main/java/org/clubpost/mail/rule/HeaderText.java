package org.clubpost.mail.rule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.clubpost.mail.mime.Angus;

/** The text of an unstructured header field as people read it: encoded words (RFC 2047) decoded, on one line. */
public final class HeaderText {

    private HeaderText() {}

    /**
     * Decodes a field's body; what cannot be decoded stays as it is.
     *
     * @param value the unfolded body, one character for each octet
     * @return one line without control characters and bidirectional controls
     */
    public static String decoded(String value) {
        return oneLine(decode(utf8(value)));
    }

    /** The first characters of {@link #decoded}, at most that many, without splitting one. */
    public static String decoded(String value, int most) {
        var text = decoded(value);
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String decode(String value) {
        Angus.lenient();
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException unknownCharset) {
            return value;
        }
    }

    /** Octets that are no ASCII are UTF-8 nowadays (RFC 6532), and Latin-1 when they are not. */
    private static String utf8(String value) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1))).toString();
        } catch (CharacterCodingException notUtf8) {
            return value;
        }
    }

    private static String oneLine(String text) {
        var line = new StringBuilder();
        text.codePoints().map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D)
                .filter(c -> Character.getType(c) != Character.SURROGATE).forEach(line::appendCodePoint);
        return line.toString().replaceAll(" {2,}", " ").strip();
    }
}
