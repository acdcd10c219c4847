package org.clubpost.mail.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that mail systems write. {@code " ... "} stands for anything between two pieces, which must come in this order.
 * Case, typographic apostrophes and how many blanks there are do not count.
 *
 * @param pieces the pieces, {@linkplain #plain plain}
 */
record Saying(List<String> pieces) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000]+");
    private static final Pattern BETWEEN = Pattern.compile(" \\.\\.\\. ");

    static Saying of(String line) {
        return new Saying(List.of(BETWEEN.split(plain(line))));
    }

    /** The form in which texts are compared. */
    static String plain(String text) {
        return BLANKS.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\''))
                .replaceAll(" ");
    }

    /** Whether a {@linkplain #plain plain} text says so. */
    boolean isIn(String plain) {
        int at = 0;
        for (var piece : pieces) {
            int found = plain.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
