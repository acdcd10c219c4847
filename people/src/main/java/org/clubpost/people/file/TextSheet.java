package org.clubpost.people.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text file with a table: CSV with any of four delimiters, or lines of addresses.
 *
 * @param path the file
 * @param encoding its charset
 * @param delimiter what stands between cells; empty for lines of addresses
 */
record TextSheet(Path path, Encoding encoding, Optional<Character> delimiter) implements Sheet {

    /** How many rows are looked at before anything is known of a file. */
    static final int LOOK = 25;
    private static final Map<Character, String> DELIMITERS = Map.of(',', "commas", ';', "semicolons", '\t', "tabs",
            '|', "vertical bars");
    private static final List<Character> IN_ORDER = List.of(',', ';', '\t', '|');
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?");
    private static final Pattern ADDRESS_LINE = Pattern
            .compile(
                    "[^<>@]*<[^<>@\\s]+@[^<>@\\s]+>[^<>@]{0,3}|[^\\s@,;|]+@[^\\s@,;|]+");

    /** Finds out how a text file is made. */
    static TextSheet of(Path path, Encoding encoding) throws IOException {
        var lines = new TextSheet(path, encoding, Optional.empty());
        var first = lines.look();
        if (!first.isEmpty()) {
            var said = SEPARATOR.matcher(first.getFirst().cell(0));
            if (said.matches() && DELIMITERS.containsKey(said.group(1).charAt(0))) {
                return new TextSheet(path, encoding, Optional.of(said.group(1).charAt(0)));
            }
        }
        var best = new TextSheet(path, encoding, Optional.of(','));
        var known = 0;
        for (var delimiter : IN_ORDER) {
            var sheet = new TextSheet(path, encoding, Optional.of(delimiter));
            var columns = Columns.of(sheet.look()).filter(Columns::areNamed);
            if (columns.isPresent() && columns.get().known() > known) {
                best = sheet;
                known = columns.get().known();
            }
        }
        return known > 0 ? best : withoutHeader(path, encoding, lines, first);
    }

    private static TextSheet withoutHeader(Path path, Encoding encoding, TextSheet lines, List<Row> first)
            throws IOException {
        var ofAddresses = first.stream().filter(row -> ADDRESS_LINE.matcher(row.cell(0)).matches()
                || Mailboxes.isOfArchive(row.cell(0))).count();
        // What is pasted from To has several people a line.
        var hasSeveral = first.stream().anyMatch(
                row -> Mailboxes.in(row.cell(0)).stream().filter(each -> each.address().indexOf('@') > 0).count() > 1);
        if (hasSeveral || ofAddresses * 5 >= first.size() * 4L) {
            return lines;
        }
        var best = lines;
        var known = 1;
        for (var delimiter : IN_ORDER) {
            var sheet = new TextSheet(path, encoding, Optional.of(delimiter));
            var columns = Columns.of(sheet.look());
            if (columns.isPresent() && columns.get().known() > known) {
                best = sheet;
                known = columns.get().known();
            }
        }
        return best;
    }

    /** Its first rows. */
    private List<Row> look() throws IOException {
        return look(this);
    }

    /** The first rows of a sheet. */
    static List<Row> look(Sheet sheet) throws IOException {
        var rows = new ArrayList<Row>();
        try (var all = sheet.rows()) {
            for (var row = all.next(); row.isPresent() && rows.size() < LOOK; row = all.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    @Override
    public String form() {
        return delimiter.map(each -> "CSV with " + DELIMITERS.get(each)).orElse("lines of addresses") + ", in "
                + encoding.words();
    }

    @Override
    public boolean isOfLines() {
        return delimiter.isEmpty();
    }

    @Override
    public Rows rows() throws IOException {
        var text = encoding.read(path);
        return delimiter.isEmpty() ? new LineRows(text) : new CsvRows(text, delimiter.get());
    }
}
