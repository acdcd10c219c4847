package org.clubpost.people.file;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file has in place of names of columns, shortened, for the person who wonders why none was found. */
final class ColumnsSeen {

    private static final int MOST = 12;
    private static final int LONGEST = 30;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final Pattern QUOTES = Pattern.compile("^\"|\"$");

    private ColumnsSeen() {}

    /** The cells of the first of the rows that have the most, as the end of a sentence; one row is needed. */
    static String words(List<Row> rows) {
        var fullest = rows.stream().max(Comparator.comparingInt((Row row) -> cells(row).size())
                .thenComparing(Row::first, Comparator.reverseOrder())).orElseThrow();
        var cells = cells(fullest);
        return cells.isEmpty()
                ? "nothing that can be read in line " + fullest.first()
                : cells.stream().limit(MOST).map(ColumnsSeen::shortened).collect(Collectors.joining(", "))
                        + (cells.size() > MOST ? " and " + (cells.size() - MOST) + " more" : "") + " in line "
                        + fullest.first();
    }

    /** Its cells with a letter or digit; those of a line that was not cut into cells are guessed. */
    private static List<String> cells(Row row) {
        var only = row.cell(0);
        var cells = row.cells().size() == 1 && only.length() <= Row.LONGEST / 100
                ? Stream.of(only.split(Pattern.quote(DELIMITERS.stream()
                        .max(Comparator.comparingInt(each -> only.split(Pattern.quote(each), -1).length))
                        .orElseThrow()),
                        -1))
                : row.cells().stream();
        return cells.map(cell -> QUOTES.matcher(cell.strip()).replaceAll("").strip())
                .filter(cell -> cell.codePoints().anyMatch(Character::isLetterOrDigit)).toList();
    }

    private static String shortened(String cell) {
        var shown = cell.codePoints().map(each -> Character.isISOControl(each) ? ' ' : each).limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "\"" + shown + (cell.codePointCount(0, cell.length()) > LONGEST ? "..." : "") + "\"";
    }
}
