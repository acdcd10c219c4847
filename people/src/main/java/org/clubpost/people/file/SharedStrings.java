package org.clubpost.people.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a spreadsheet, each of which is stored once (ECMA-376 part 1, section 18.4). */
final class SharedStrings {

    /** The most characters of all of them, which are kept in memory. */
    private static final long MOST = 64_000_000;
    /** The longest text that a cell can have. */
    static final int LONGEST = 32_767;
    /** Where they stand. */
    static final String PART = "xl/sharedStrings.xml";
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private SharedStrings() {}

    /** All of them; the part is closed. */
    static List<String> of(XmlPart part) throws IOException {
        var all = new ArrayList<String>();
        var size = 0L;
        try (part) {
            while (part.nextElement()) {
                if (part.begins("si")) {
                    var text = text(part, "si");
                    size += text.length() + 40;
                    if (size > MOST) {
                        throw new XmlPart.TooLarge();
                    }
                    all.add(text);
                }
            }
        }
        return all;
    }

    /** The text of the element that begins here: all its runs, without the reading aid of East Asian ones. */
    static String text(XmlPart part, String element) throws IOException {
        var text = new StringBuilder();
        var isText = false;
        var isReading = false;
        while (part.advance() && !part.ends(element)) {
            if (part.begins("t")) {
                isText = true;
            } else if (part.ends("t")) {
                isText = false;
            } else if (part.begins("rPh")) {
                isReading = true;
            } else if (part.ends("rPh")) {
                isReading = false;
            } else if (isText && !isReading && text.length() < LONGEST) {
                text.append(part.text());
            }
        }
        return unescaped(text.toString());
    }

    /** A character that XML cannot have is written as {@code _x000D_} (ECMA-376 part 1, section 22.9.2.19). */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text).replaceAll(
                        found -> Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
