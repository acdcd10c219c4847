package org.clubpost.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows under headings, printed as they come: as a JSON array of objects, or aligned in columns. Some rows at a time are
 * in memory, however many there are; the columns are as wide as the first rows need, and become wider where later ones
 * need more. What is left is printed when it is closed.
 */
public final class Listing implements AutoCloseable {

    private static final String GAP = "  ";
    private static final int ROWS_AT_ONCE = 1000;

    private final PrintWriter out;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;
    private final @Nullable JsonGenerator json;

    /**
     * Without rows as yet.
     *
     * @param out where it is printed; is not closed
     * @param asJson whether a program reads it
     */
    public Listing(PrintWriter out, boolean asJson, String... headings) {
        this.out = out;
        this.headings = List.of(headings);
        this.widths = new int[headings.length];
        this.json = asJson ? generator(out) : null;
        if (!asJson) {
            rows.add(this.headings);
        }
    }

    private static JsonGenerator generator(PrintWriter out) {
        try {
            var json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out)
                    .setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartArray();
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row, with something for each heading. */
    public void add(Object... cells) {
        var row = Stream.of(cells).map(Object::toString).toList();
        if (json != null) {
            write(row, json);
            return;
        }
        rows.add(row);
        if (rows.size() == ROWS_AT_ONCE) {
            printRows();
        }
    }

    private void write(List<String> row, JsonGenerator to) {
        try {
            to.writeStartObject();
            for (var column = 0; column < headings.size(); column++) {
                to.writeStringField(headings.get(column), row.get(column));
            }
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printRows() {
        for (var row : rows) {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        var text = new StringBuilder();
        rows.forEach(row -> text.append(aligned(row)).append(System.lineSeparator()));
        out.print(text);
        out.flush();
        rows.clear();
    }

    private String aligned(List<String> row) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            line.append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** Prints the rest. */
    @Override
    public void close() {
        if (json == null) {
            printRows();
            return;
        }
        try {
            json.writeEndArray();
            json.close();
            out.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
