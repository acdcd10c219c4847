package org.clubpost.mail.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text in the shape in which it is compared: in lower case, without accents, on one line. */
public final class Folded {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Mn}\\p{Cf}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`\u00b4]");

    private Folded() {}

    /**
     * The text in lower case, without accents and apostrophes, with one space for each run of blanks and none around
     * it.
     */
    public static String of(String text) {
        var plain = APOSTROPHES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        var letters = UNSEEN.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("")
                .replace("\u00df", "ss").replace("\u0142", "l").replace("\u00f8", "o").replace("\u00e6", "ae")
                .replace("\u0131", "i");
        return BLANKS.matcher(letters).replaceAll(" ").strip();
    }
}
