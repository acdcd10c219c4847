package org.clubpost.people.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a spreadsheet that Excel and LibreOffice write as {@code .xlsx}: Office Open XML (ECMA-376 part 1), in
 * its transitional and its strict form. Only what stands in cells is read: formulas by the value that was stored with
 * them, and no dates.
 */
final class Workbook {

    /** Sheets beyond these are not looked at. */
    private static final int MOST_SHEETS = 50;
    private static final String FOLDER = "xl/";

    private final Path path;
    private final Effort effort;
    private @Nullable List<String> texts;

    private Workbook(Path path, Effort effort) {
        this.path = path;
        this.effort = effort;
    }

    /** Its sheets that are not hidden, in their order. */
    static List<Sheet> sheets(Path path) throws IOException {
        return new Workbook(path, Effort.of(Files.size(path))).sheets();
    }

    private List<Sheet> sheets() throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            var targets = targets(zip);
            var sheets = new ArrayList<Sheet>();
            try (var part = part(zip, FOLDER + "workbook.xml")) {
                while (part.nextElement() && sheets.size() < MOST_SHEETS) {
                    var target = targets.getOrDefault(part.prefixedAttribute("id"), "");
                    if (part.begins("sheet") && !target.isEmpty()
                            && (part.attribute("state").isEmpty() || part.attribute("state").equals("visible"))) {
                        sheets.add(new WorkbookSheet(this, part.attribute("name"), target));
                    }
                }
            }
            return sheets;
        }
    }

    private Map<String, String> targets(ZipFile zip) throws IOException {
        var targets = new HashMap<String, String>();
        try (var part = part(zip, FOLDER + "_rels/workbook.xml.rels")) {
            while (part.nextElement()) {
                if (part.begins("Relationship") && part.attribute("Type").endsWith("/worksheet")) {
                    var target = part.attribute("Target");
                    targets.put(part.attribute("Id"),
                            target.startsWith("/") ? target.substring(1) : FOLDER + target);
                }
            }
        }
        return targets;
    }

    /** A part of it, from its beginning. */
    private XmlPart part(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return new XmlPart(zip.getInputStream(entry), effort);
    }

    /** The texts that its sheets share; they are read once. */
    private List<String> texts(ZipFile zip) throws IOException {
        var known = texts;
        if (known == null) {
            known = zip.getEntry(SharedStrings.PART) == null
                    ? List.of()
                    : SharedStrings.of(part(zip, SharedStrings.PART));
            texts = known;
        }
        return known;
    }

    private Rows rows(String sheet) throws IOException {
        var zip = new ZipFile(path.toFile());
        try {
            return new WorkbookRows(zip, part(zip, sheet), texts(zip), effort);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** A sheet of it. */
    private record WorkbookSheet(Workbook book, String name, String part) implements Sheet {

        @Override
        public String form() {
            return "a spreadsheet, its sheet \"" + name + "\"";
        }

        @Override
        public boolean isOfLines() {
            return false;
        }

        @Override
        public Rows rows() throws IOException {
            return book.rows(part);
        }
    }
}
