package org.clubpost.people.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** The rows of a sheet of a spreadsheet (ECMA-376 part 1, section 18.3.1). */
final class WorkbookRows implements Rows {

    /** To look at a letter takes longer than to unpack one. */
    private static final int OF_A_LETTER = 4;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");
    private static final String VALUE = "v";
    private static final String CELL = "c";

    private final ZipFile zip;
    private final XmlPart sheet;
    private final List<String> texts;
    private final Effort effort;
    private long number;
    private boolean isOver;

    /**
     * @param zip is closed with this
     * @param sheet the sheet
     * @param texts those that the sheets share
     * @param effort is spent on the texts of cells
     */
    WorkbookRows(ZipFile zip, XmlPart sheet, List<String> texts, Effort effort) {
        this.zip = zip;
        this.sheet = sheet;
        this.texts = texts;
        this.effort = effort;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (!isOver && sheet.nextElement()) {
            if (sheet.begins("row")) {
                number = wholeNumber(sheet.attribute("r"), number + 1);
                var cells = cells();
                isOver = cells.stream().mapToLong(String::length).sum() > Row.LONGEST;
                if (isOver) {
                    return Optional.of(Row.cut(number));
                }
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    return Optional.of(new Row(number, number, cells, false));
                }
            }
        }
        isOver = true;
        return Optional.empty();
    }

    private List<String> cells() throws IOException {
        var cells = new ArrayList<String>();
        while (sheet.advance() && !sheet.ends("row")) {
            if (sheet.begins(CELL)) {
                var column = column(sheet.attribute("r"), cells.size());
                var written = text(sheet.attribute("t"));
                effort.spend((long) OF_A_LETTER * written.length());
                var text = CellText.of(written);
                if (column < Row.MOST_COLUMNS && !text.isEmpty()) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    cells.set(column, text);
                } else if (column < Row.MOST_COLUMNS && column == cells.size()) {
                    cells.add("");
                }
            }
        }
        return cells;
    }

    private String text(String type) throws IOException {
        if (type.equals("inlineStr")) {
            return SharedStrings.text(sheet, CELL);
        }
        var value = new StringBuilder();
        var isValue = false;
        while (sheet.advance() && !sheet.ends(CELL)) {
            isValue = sheet.begins(VALUE) || (isValue && !sheet.ends(VALUE));
            if (isValue && value.length() < SharedStrings.LONGEST) {
                value.append(sheet.text());
            }
        }
        return switch (type) {
            case "s" -> shared(value.toString());
            case "b" -> value.toString().equals("1") ? "yes" : "no";
            case "e" -> "";
            default -> value.toString();
        };
    }

    private String shared(String index) {
        var found = wholeNumber(index, -1);
        return found >= 0 && found < texts.size() ? texts.get((int) found) : "";
    }

    /** The column, from 0, of a place such as {@code AB12}. */
    private static int column(String place, int otherwise) {
        var column = 0;
        for (var i = 0; i < place.length() && i < 4 && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            column = column * 26 + place.charAt(i) - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private static long wholeNumber(String text, long otherwise) {
        return WHOLE_NUMBER.matcher(text).matches() ? Long.parseLong(text) : otherwise;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        zip.close();
    }
}
