package org.clubpost.function.admin.log;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.people.FormulaGuard;

/**
 * A cell of a table for spreadsheets (RFC 4180 section 2). What a spreadsheet would take for a formula gets an apostrophe
 * (OWASP, CSV injection).
 */
public final class Cell {

    private Cell() {}

    /** The text as it stands in the file. */
    public static String written(String text) {
        return "\"" + FormulaGuard.on(text).replace("\"", "\"\"") + "\"";
    }

    /** A line of such cells. */
    public static String line(Stream<String> cells) {
        return cells.map(Cell::written).collect(Collectors.joining(",")) + "\r\n";
    }
}
