package org.clubpost.core.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text as it is looked for and put in order: without case, without accents, with single blanks. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    /** Letters whose accent is a part of them to Unicode, and those that are two. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('ø', "o"),
            Map.entry('ł', "l"), Map.entry('đ', "d"), Map.entry('ð', "d"), Map.entry('þ', "th"), Map.entry('æ', "ae"),
            Map.entry('œ', "oe"), Map.entry('ı', "i"), Map.entry('ħ', "h"), Map.entry('ŧ', "t"));

    private Folded() {}

    /** {@code  Łucja   MÜẞIG} is {@code lucja mussig}. */
    static String of(String text) {
        return text.chars().allMatch(each -> each < 0x80)
                ? blanks(text.toLowerCase(Locale.ROOT))
                : blanks(plain(text));
    }

    private static String blanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String plain(String text) {
        var apart = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        var plain = new StringBuilder();
        for (var letter : MARKS.matcher(apart).replaceAll("").toCharArray()) {
            plain.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
        }
        return plain.toString();
    }
}
