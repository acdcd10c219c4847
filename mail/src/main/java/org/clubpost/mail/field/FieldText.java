package org.clubpost.mail.field;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.clubpost.angus.Angus;
import org.clubpost.mail.charset.Reading;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;

/** Text in header fields: encoded words (RFC 2047), bytes above 127, folding (RFC 5322 section 2.2.3). */
public final class FieldText {

    /** How much of a line of 998 characters is left for the body after the field's name. */
    private static final int LONGEST_LINE = 900;

    static {
        Angus.lenient();
    }

    private FieldText() {}

    /**
     * Decodes the bytes of a field body, which come as one character each, by {@link Charsets#guess what they look
     * like}. A byte that means nothing costs one character.
     */
    public static String characters(String bytes) {
        var octets = Octets.latin1(bytes);
        Charset charset = Charsets.guess(octets);
        return charset.equals(StandardCharsets.US_ASCII) ? bytes : Reading.of(octets.toByteArray(), charset).text();
    }

    /**
     * An unstructured field body as a person reads it, on one line: encoded words decoded, controls as spaces. What
     * stands behind {@link FieldLimits#DECODED} stays as it is, because a word takes a while to decode.
     */
    public static String decode(String bytes) {
        return Unstructured.of(bytes).text();
    }

    /**
     * The same text in encoded words, whatever it is, and not decoded before. This is for fields of which there are too
     * many to take care of each.
     */
    public static String hastily(String bytes) {
        return EncodedWords.folded(characters(bytes)).strip();
    }

    /** The same text without control characters and bidirectional overrides, which can fool a reader or a header. */
    public static String oneLine(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028
                    || c == 0x2029;
            if (Character.isISOControl(c)) {
                clean.append(' ');
            } else if (!override) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /**
     * An unstructured field body: encoded words in UTF-8 where the text is not ASCII or looks like an encoded word,
     * folded below 78 characters.
     */
    public static String encode(String field, String text) {
        String line = oneLine(text).strip();
        boolean isAscii = line.chars().allMatch(c -> c < 0x80);
        if (isAscii ? line.contains("=?") : line.length() > FieldLimits.DECODED) {
            return EncodedWords.folded(line).strip();
        }
        try {
            String folded = Folding.fold(field.length() + 2, MimeUtility.encodeText(line, "UTF-8", null));
            return fits(folded) ? folded : EncodedWords.folded(line).strip();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /** Whether no line of a folded body is too long or blank. */
    static boolean fits(String folded) {
        return folded.lines().allMatch(line -> line.length() <= LONGEST_LINE && !line.isBlank());
    }
}
