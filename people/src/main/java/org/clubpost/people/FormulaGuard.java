package org.clubpost.people;

import java.util.regex.Pattern;

/**
 * The apostrophe before text that a spreadsheet would take for a formula (OWASP, CSV injection). Text that has such an
 * apostrophe of its own gets one more, so that taking one away gives back what was there.
 */
public final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    /** The text as a spreadsheet may see it. */
    public static String on(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was guarded; any other text as it is. */
    public static String off(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
