package org.clubpost.people.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SheetChoiceTest {

    private static final List<String> HEADING = List.of("Name", "E-Mail");
    private static final List<String> ANN = List.of("Ann", "ann@club.example");
    private static final List<String> BEN = List.of("Ben", "ben@club.example");
    private static final List<List<String>> INFO = List.of(List.of("Fragen an kasse@v.example"));

    private final LinkedHashMap<String, List<List<String>>> sheets = new LinkedHashMap<>();

    @TempDir
    private Path directory;

    private SheetChoiceTest with(String name, List<List<String>> rows) {
        sheets.put(name, rows);
        return this;
    }

    private Path file() throws IOException {
        return SampleWorkbook.write(directory.resolve("book.xlsx"), sheets);
    }

    private PeopleFile read(String sheet) throws IOException {
        return PeopleFile.open(file(), Optional.empty(), Optional.of(sheet).filter(name -> !name.isEmpty()));
    }

    @Test
    void sheetWithAHeadingCountsAndNotARemarkWithAnAddress() throws IOException {
        var file = with("Info", INFO).with("Kasse", List.of(List.of("Beitrag", "12"))).with("Leer", List.of())
                .with("Mitglieder", List.of(HEADING, ANN, BEN)).read("");

        assertEquals("Mitglieder", file.sheet().name());
        assertEquals(List.of("\"Info\" (1 address)", "\"Kasse\" (no column of addresses)"), file.others());
    }

    @Test
    void ofSheetsWithoutAHeadingTheOneWithTheMostAddressesCounts() throws IOException {
        assertEquals("B", with("A", INFO).with("B", List.of(ANN, BEN)).read("").sheet().name());
        assertEquals("B", with("A", List.of(List.of("Kontakt"), List.of("kasse@v.example"))).read("").sheet().name());
    }

    @Test
    void headingWithoutPeopleIsNoList() throws IOException {
        assertEquals("B", with("A", List.of(HEADING)).with("B", List.of(ANN)).read("").sheet().name());
    }

    @Test
    void sheetThatIsCalledAfterMembersCountsAndOneOfWhoLeftComesLast() throws IOException {
        assertEquals("Mitglieder 2026", with("Ehemalige Mitglieder", List.of(HEADING, ANN, BEN))
                .with("Vorstand", List.of(HEADING, BEN)).with("Mitglieder 2026", List.of(HEADING, ANN)).read("").sheet()
                .name());
        assertEquals(List.of("\"Ehemalige Mitglieder\" (2 addresses)", "\"Vorstand\" (1 address)"), read("").others());
    }

    @Test
    void sheetCanBeChosen() throws IOException {
        var file = with("Info", INFO).with("Mitglieder", List.of(HEADING, ANN)).read(" info ");

        assertEquals("Info", file.sheet().name());
        var none = assertThrows(UnusableFile.class, () -> read("Vorstand")).reason();
        assertEquals(file() + " has no sheet \"Vorstand\". Its sheets are \"Info\", \"Mitglieder\".", none);
        var csv = Files.writeString(directory.resolve("a.csv"), "email\nann@club.example\n");
        assertEquals(csv + " is no spreadsheet, and has no sheet of a name.", assertThrows(UnusableFile.class,
                () -> PeopleFile.open(csv, Optional.empty(), Optional.of("Info"))).reason());
    }
}
