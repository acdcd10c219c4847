package org.clubpost.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Rows under headings. */
public final class Listing {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** Without rows as yet. */
    public Listing(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row, with a text for each heading. */
    public void add(Object... cells) {
        rows.add(List.of(cells).stream().map(Object::toString).toList());
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints it as a JSON array of objects, or aligned in columns. */
    public void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            out.println(json());
            return;
        }
        var all = new ArrayList<>(List.of(headings));
        all.addAll(rows);
        var widths = new int[headings.size()];
        for (var row : all) {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        all.forEach(row -> out.println(aligned(row, widths)));
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            line.append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private String json() {
        var objects = rows.stream().map(row -> {
            var object = new LinkedHashMap<String, String>();
            for (var column = 0; column < headings.size(); column++) {
                object.put(headings.get(column), row.get(column));
            }
            return object;
        }).toList();
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(objects);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
