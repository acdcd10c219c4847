package org.clubpost.function.admin.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart with bars, as SVG 1.1 that stands in a page. Its colours are those of the style sheet ({@code .bar-1}, {@code
 * .bar-2}, {@code .bar-3}), so it is readable in the dark and on paper. What it shows stands in a table beside it.
 */
final class BarChart {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 210;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int BOTTOM = 180;
    private static final int LINES = 4;
    private static final int LABELS = 5;
    private static final double FILLED = 0.8;
    private static final int TEN = 10;
    /** Fewer bars leave room at the end, and do not grow. */
    private static final int FEWEST_PLACES = 8;

    private final String id;
    private final String title;
    private final String description;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * A place on the axis.
     *
     * @param label what stands below, if there is room
     * @param values the heights of the bars that stand there side by side
     */
    record Bar(String label, List<Long> values) {

        /** Copies the values. */
        Bar {
            values = List.copyOf(values);
        }
    }

    /**
     * Without bars yet.
     *
     * @param id different for each chart of a page: letters
     * @param title what it shows
     * @param description what there is to see, for those who do not see it
     */
    BarChart(String id, String title, String description) {
        this.id = id;
        this.title = title;
        this.description = description;
    }

    /** With one more place on the axis. */
    BarChart with(String label, Long... values) {
        bars.add(new Bar(label, List.of(values)));
        return this;
    }

    /** The markup. */
    String svg() {
        var top = top(bars.stream().flatMap(bar -> bar.values().stream()).mapToLong(Long::longValue).max().orElse(0));
        var svg = new StringBuilder("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" aria-labelledby=\"" + id + "-t " + id + "-d\"><title id=\"" + id + "-t\">" + escaped(title)
                + "</title><desc id=\"" + id + "-d\">" + escaped(description) + "</desc>");
        for (var line = 0; line <= LINES; line++) {
            var y = y(top * line / LINES, top);
            svg.append("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>".formatted(LEFT, WIDTH, y, y));
            svg.append("<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>".formatted(LEFT - 6, y + 4,
                    top * line / LINES));
        }
        for (var place = 0; place < bars.size(); place++) {
            bar(svg, bars.get(place), place, top);
        }
        return svg.append("</svg>").toString();
    }

    private void bar(StringBuilder svg, Bar bar, int place, long top) {
        var room = (double) (WIDTH - LEFT) / Math.max(FEWEST_PLACES, bars.size());
        var x = LEFT + room * place + room * (1 - FILLED) / 2;
        var width = room * FILLED / bar.values().size();
        for (var series = 0; series < bar.values().size(); series++) {
            var y = y(bar.values().get(series), top);
            if (y < BOTTOM) {
                svg.append("<rect class=\"bar-").append(series + 1).append("\" x=\"").append(number(x + width * series))
                        .append("\" y=\"").append(y).append("\" width=\"").append(number(width)).append("\" height=\"")
                        .append(BOTTOM - y).append("\"/>");
            }
        }
        var each = Math.max(1, (bars.size() + LABELS - 1) / LABELS);
        if (place % each == 0) {
            svg.append("<text class=\"axis\" x=\"").append(number(LEFT + room * place)).append("\" y=\"")
                    .append(BOTTOM + 20).append("\">").append(escaped(bar.label())).append("</text>");
        }
    }

    /** A tenth is enough. */
    private static String number(double value) {
        var tenths = Math.round(value * TEN);
        return tenths / TEN + "." + tenths % TEN;
    }

    private static int y(long value, long top) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (double) value / top);
    }

    /** A number of which a quarter is a round one. */
    private static long top(long highest) {
        var step = 1L;
        while (step * LINES < highest) {
            var digits = Long.toString(step).charAt(0);
            step = digits == '2' ? step / 2 * 5 : step * 2;
        }
        return step * LINES;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
