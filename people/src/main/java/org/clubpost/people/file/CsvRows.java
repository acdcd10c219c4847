package org.clubpost.people.file;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of CSV (RFC 4180), with any delimiter and any end of line. Quotes within a cell are its own, and one that is not
 * closed ends with the file. A line {@code sep=;} at the top is Excel's, and no row.
 */
final class CsvRows implements Rows {

    private static final String SEPARATOR = "sep=";

    private final BoundedReader in;
    private final CSVParser csv;
    private boolean isOver;

    CsvRows(Reader text, char delimiter) throws IOException {
        in = new BoundedReader(text);
        csv = CSVParser.parse(in, CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true).setTrim(true).setLenientEof(true).setTrailingData(true).get());
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (!isOver) {
            var row = read();
            if (row.isEmpty() || !row.get().cells().stream().allMatch(String::isEmpty) || row.get().isCut()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private Optional<Row> read() throws IOException {
        in.begin();
        var line = csv.getCurrentLineNumber() + 1;
        try {
            if (!csv.iterator().hasNext()) {
                isOver = true;
                return Optional.empty();
            }
            return Optional.of(row(csv.iterator().next()));
        } catch (UncheckedIOException e) {
            isOver = true;
            if (e.getCause() instanceof BoundedReader.TooLong) {
                return Optional.of(Row.cut(line));
            }
            throw e.getCause();
        }
    }

    private Row row(CSVRecord record) {
        var lineEnds = record.stream().mapToLong(cell -> Math.max(0, cell.lines().count() - 1)).sum();
        var last = csv.getCurrentLineNumber();
        var isSeparator = record.getRecordNumber() == 1
                && record.get(0).toLowerCase(Locale.ROOT).startsWith(SEPARATOR);
        var cells = isSeparator
                ? List.<String>of()
                : record.stream().limit(Row.MOST_COLUMNS).map(CellText::of).toList();
        return new Row(last - lineEnds, last, cells, false);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
