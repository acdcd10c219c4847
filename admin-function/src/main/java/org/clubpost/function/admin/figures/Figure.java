package org.clubpost.function.admin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chart with its table, for the slot {@code figures} of a template. Belongs to one thread. */
final class Figure {

    private final String title;
    private final String text;
    private final List<String> heads;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private String chart = "";

    /**
     * Without rows yet.
     *
     * @param title what it shows
     * @param text how to read it, and what is not known
     * @param heads the heads of the columns
     */
    Figure(String title, String text, List<String> heads) {
        this.title = title;
        this.text = text;
        this.heads = List.copyOf(heads);
    }

    /** With that chart. */
    Figure drawn(BarChart drawn) {
        chart = drawn.svg();
        return this;
    }

    /** With one more row. */
    Figure row(String head, List<String> cells) {
        var labelled = new ArrayList<Map<String, String>>();
        for (var i = 0; i < cells.size(); i++) {
            labelled.add(Map.of("label", heads.get(i + 1), "value", cells.get(i)));
        }
        rows.add(Map.of("head", head, "cells", labelled));
        return this;
    }

    /**
     * What the template wants.
     *
     * @param isFolded whether the table is shown only when somebody asks for it
     */
    Map<String, Object> shown(boolean isFolded) {
        var legend = new ArrayList<Map<String, Object>>();
        for (var i = 1; i < heads.size() && heads.size() > 2; i++) {
            legend.add(Map.of("series", i, "name", heads.get(i)));
        }
        return Map.of("title", title, "text", text, "heads", heads, "rows", rows, "chart", chart, "hasChart",
                !chart.isEmpty(), "legend", chart.isEmpty() ? List.of() : legend, "hasLegend",
                !chart.isEmpty() && !legend.isEmpty(), "isFolded", isFolded, "isOpen", !isFolded);
    }
}
