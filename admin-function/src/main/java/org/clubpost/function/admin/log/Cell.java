package org.clubpost.function.admin.log;

import java.util.regex.Pattern;

/**
 * A cell of a table for spreadsheets (RFC 4180 section 2). What a spreadsheet would take for a formula gets an apostrophe
 * (OWASP, CSV injection).
 */
final class Cell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private Cell() {}

    /** The text as it stands in the file. */
    static String written(String text) {
        var guarded = FORMULA.matcher(text).matches() ? "'" + text : text;
        return "\"" + guarded.replace("\"", "\"\"") + "\"";
    }
}
