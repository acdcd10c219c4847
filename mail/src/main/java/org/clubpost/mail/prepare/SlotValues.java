package org.clubpost.mail.prepare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.clubpost.mail.field.EncodedWords;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.QuotedPrintable;
import org.clubpost.mail.text.HtmlText;

/** One member's values in the forms in which slots want them. Nothing in a value can leave its slot. */
final class SlotValues {

    /** No value is longer than this, so that no line with a value is longer than 998. */
    static final int LONGEST = 300;

    private final MemberValues values;
    private final Map<MemberValue, String> known = new EnumMap<>(MemberValue.class);

    SlotValues(MemberValues values) {
        this.values = values;
    }

    private String text(MemberValue value) {
        return known.computeIfAbsent(value, missing -> clean(values.of(missing)));
    }

    /** One line without control characters. */
    private static String clean(String value) {
        boolean isClean = value.length() <= LONGEST;
        for (int i = 0; i < value.length() && isClean; i++) {
            isClean = value.charAt(i) >= ' ' && value.charAt(i) != 127 && value.charAt(i) != 0x2028
                    && value.charAt(i) != 0x2029 && value.charAt(i) != 0x85;
        }
        if (isClean) {
            return value;
        }
        var clean = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(
                c -> clean.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return clean.toString();
    }

    /** The bytes of a value in a form, before any transfer encoding. */
    byte[] bytes(MemberValue value, Piece.Form form) {
        String text = text(value);
        return switch (form) {
            case TEXT -> text.getBytes(StandardCharsets.UTF_8);
            case HTML -> ascii(HtmlText.escape(text));
            case URL_PART -> ascii(percentEncoded(text, false));
            case HEADER_TEXT -> ascii(EncodedWords.folded(text));
            case HEADER_URL -> ascii(percentEncoded(text, true));
        };
    }

    /** The value in quoted-printable, with a soft line break before it and, if wanted, one after it. */
    Octets quoted(MemberValue value, Piece.Form form, boolean breakAfter) {
        byte[] encoded = QuotedPrintable.encode(Octets.of(bytes(value, form))).toByteArray();
        if (!breakAfter || encoded.length == 0) {
            return Octets.of(encoded);
        }
        byte[] broken = Arrays.copyOf(encoded, encoded.length + 3);
        broken[encoded.length] = '=';
        broken[encoded.length + 1] = '\r';
        broken[encoded.length + 2] = '\n';
        return Octets.of(broken);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Percent-encodes for a URL (RFC 3986 section 2.1): a whole URL keeps its delimiters, a part of a URL does not. */
    private static String percentEncoded(String text, boolean whole) {
        String kept = whole ? "-._~:/?#[]@!$&'()*+,;=%" : "-._~";
        var encoded = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
