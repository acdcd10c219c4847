package org.clubpost.people;

import java.util.regex.Pattern;

/**
 * The apostrophe before text that a spreadsheet would take for a formula (OWASP, CSV injection). It stands within a text
 * as well, where a formula would begin for a spreadsheet that has another delimiter: in half of Europe that is a semicolon.
 * Text that has such an apostrophe of its own gets one more, so that taking one away gives back what was there.
 */
public final class FormulaGuard {

    /** Excel takes signs of double width for signs. */
    private static final String SIGNS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String AT_ITS_BEGINNING = "^(?='*[" + SIGNS + "\t\r\n])";
    private static final String BEHIND_A_DELIMITER = "(?<=[;,|\t\r\n]) *+(?='*[" + SIGNS + "])";
    private static final Pattern BEGINS = Pattern.compile(AT_ITS_BEGINNING + "|" + BEHIND_A_DELIMITER);
    private static final Pattern GUARDED = Pattern.compile("^'(?='*[" + SIGNS + "\t\r\n])|(?<=[;,|\t\r\n])( *+)'(?='*["
            + SIGNS + "])");

    private FormulaGuard() {}

    /** The text as a spreadsheet may see it. */
    public static String on(String text) {
        return BEGINS.matcher(text).replaceAll("$0'");
    }

    /** The text that was guarded; any other text as it is. */
    public static String off(String text) {
        return GUARDED.matcher(text).replaceAll("$1");
    }
}
