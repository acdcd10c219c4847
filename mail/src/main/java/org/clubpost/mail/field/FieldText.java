package org.clubpost.mail.field;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.clubpost.angus.Angus;
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
     * Decodes the bytes of a field body, which come as one character each: as UTF-8 if they are valid UTF-8, else as
     * windows-1252.
     */
    public static String characters(String bytes) {
        var octets = Octets.latin1(bytes);
        return Charsets.isAscii(octets)
                ? bytes
                : new String(octets.toByteArray(), Charsets.guess(octets));
    }

    /**
     * An unstructured field body as a person reads it, on one line: encoded words decoded, controls as spaces. What
     * stands behind {@link FieldLimits#DECODED} stays as it is, because a word takes a while to decode.
     */
    public static String decode(String bytes) {
        String text = characters(bytes);
        if (text.length() > FieldLimits.DECODED) {
            int end = Math.max(text.lastIndexOf(' ', FieldLimits.DECODED), 0);
            return decoded(text.substring(0, end)) + oneLine(text.substring(end));
        }
        return decoded(text);
    }

    /**
     * The same text in encoded words, whatever it is, and not decoded before. This is for fields of which there are too
     * many to take care of each.
     */
    public static String hastily(String bytes) {
        return EncodedWords.folded(characters(bytes)).strip();
    }

    private static String decoded(String text) {
        try {
            return oneLine(MimeUtility.decodeText(text));
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return oneLine(text);
        }
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

    /** An unstructured field body: encoded words in UTF-8 where the text is not ASCII, folded below 78 characters. */
    public static String encode(String field, String text) {
        if (text.length() > FieldLimits.DECODED && !text.chars().allMatch(c -> c < 0x80)) {
            return EncodedWords.folded(text).strip();
        }
        try {
            String encoded = MimeUtility.encodeText(safe(text), "UTF-8", null);
            String folded = Folding.fold(field.length() + 2, encoded);
            boolean fits = folded.lines().allMatch(line -> line.length() <= LONGEST_LINE && !line.isBlank());
            return fits ? folded : EncodedWords.folded(text).strip();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /**
     * Text that only looks like an encoded word must not be read as one. A text that has to be encoded anyway may hold
     * such a word, because its encoding hides it.
     */
    private static String safe(String text) {
        String line = oneLine(text).strip();
        return line.contains("=?") && Charsets.isAscii(Octets.of(line.getBytes(StandardCharsets.UTF_8)))
                ? line.replace("=?", "= ?")
                : line;
    }
}
