package org.clubpost.people.file;

import java.util.List;

/**
 * A row of a file that is not empty.
 *
 * @param first its first line, or its number in a spreadsheet, from 1
 * @param last its last line; later than the first when a cell in quotes has several
 * @param cells what stands in it, from the first column on, without what cannot be seen
 * @param isCut whether it is longer than any row may be, so that the file ends here
 */
public record Row(long first, long last, List<String> cells, boolean isCut) {

    /** The most characters of a row. */
    public static final int LONGEST = 1_000_000;
    /** Columns beyond these are not read. */
    static final int MOST_COLUMNS = 1000;

    /** Copies the cells. */
    public Row {
        cells = List.copyOf(cells);
    }

    /** A row that is too long. */
    static Row cut(long line) {
        return new Row(line, line, List.of(), true);
    }

    /** The cell in that column, from 0; empty when there is none. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
