package org.clubpost.mail.field;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Encoded words (RFC 2047) that can be put one after the other. */
public final class EncodedWords {

    /**
     * How many bytes of text go into one word. They become 60 characters of base64; the 12 around them keep the word
     * below the limit of 75.
     */
    private static final int BYTES_IN_A_WORD = 45;

    private EncodedWords() {}

    /**
     * A text as encoded words in UTF-8, each on a folded line of its own: CRLF, a space, the word. An empty text stays
     * empty. Control characters become spaces.
     */
    public static String folded(String text) {
        var folded = new StringBuilder();
        var word = new StringBuilder();
        int bytes = 0;
        for (int c : FieldText.oneLine(text).codePoints().toArray()) {
            String character = Character.toString(c);
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + width > BYTES_IN_A_WORD) {
                append(folded, word);
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += width;
        }
        append(folded, word);
        return folded.toString();
    }

    private static void append(StringBuilder folded, StringBuilder word) {
        if (!word.isEmpty()) {
            byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
            folded.append("\r\n =?UTF-8?B?").append(Base64.getEncoder().encodeToString(bytes)).append("?=");
        }
    }
}
