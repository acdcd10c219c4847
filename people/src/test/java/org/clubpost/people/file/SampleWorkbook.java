package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Spreadsheets that a test writes itself. */
final class SampleWorkbook {

    private SampleWorkbook() {}

    /** Writes a part. */
    @FunctionalInterface
    interface Part {

        void write(OutputStream out) throws IOException;
    }

    static Part text(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    /** Writes a file of one sheet. */
    static Path write(Path file, Part strings, Part sheet) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "xl/workbook.xml", text("""
                    <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"
                      xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships">
                      <x:sheets><x:sheet name="People" sheetId="1" r:id="r1"/></x:sheets></x:workbook>"""));
            add(zip, "xl/_rels/workbook.xml.rels", text("""
                    <Relationships><Relationship Id="r1" Target="/xl/worksheets/one.xml"
                      Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/></Relationships>"""));
            add(zip, "xl/sharedStrings.xml", strings);
            add(zip, "xl/worksheets/one.xml", sheet);
        }
        return file;
    }

    /** Writes a file of several sheets, each of rows of texts, by their names. */
    static Path write(Path file, SequencedMap<String, List<List<String>>> sheets) throws IOException {
        var names = List.copyOf(sheets.sequencedKeySet());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "xl/workbook.xml", text("<workbook xmlns:r=\"http://x.example/relationships\"><sheets>"
                    + each(names, i -> "<sheet name=\"" + names.get(i) + "\" r:id=\"r" + i + "\"/>")
                    + "</sheets></workbook>"));
            add(zip, "xl/_rels/workbook.xml.rels", text("<Relationships>" + each(names, i -> "<Relationship Id=\"r" + i
                    + "\" Target=\"" + i + ".xml\" Type=\"http://x.example/relationships/worksheet\"/>")
                    + "</Relationships>"));
            for (var i = 0; i < names.size(); i++) {
                add(zip, "xl/" + i + ".xml", text("<worksheet><sheetData>"
                        + sheets.getOrDefault(names.get(i), List.of()).stream().map(SampleWorkbook::row)
                                .collect(Collectors.joining())
                        + "</sheetData></worksheet>"));
            }
        }
        return file;
    }

    private static String each(List<String> names, IntFunction<String> text) {
        return IntStream.range(0, names.size()).mapToObj(text).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
    }

    private static void add(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        part.write(zip);
        zip.closeEntry();
    }
}
