package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.clubpost.people.file.SampleWorkbook.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.people.MemberFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that somebody made to keep whoever reads them busy for hours. */
final class HeavyFilesTest {

    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of(EmailAddress.of("owner@example.org")));
    private static final SampleWorkbook.Part NO_TEXTS = text("<sst/>");
    private static final String HEAD = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>email</t></is></c></row>";
    private static final String FOOT = "</sheetData></worksheet>";
    private static final int MANY = 150_000;

    @TempDir
    private Path directory;

    private static List<MemberFile.Line> lines(Path file) {
        var lines = new ArrayList<MemberFile.Line>();
        MemberFile.open(file).forEach(LIST, lines::add);
        return lines;
    }

    private static void assertDamaged(Path file) {
        assertEquals(UnusableFile.Kind.DAMAGED, assertThrows(UnusableFile.class, () -> lines(file)).kind());
    }

    private static void write(OutputStream out, String text, int times) throws IOException {
        var octets = text.getBytes(UTF_8);
        for (var i = 0; i < times; i++) {
            out.write(octets);
        }
    }

    @Test
    void textThatStandsInManyCellsIsNotLookedAtForEver() throws IOException {
        assertDamaged(SampleWorkbook.write(directory.resolve("texts.xlsx"),
                text("<sst><si><t>" + "é ".repeat(16_000) + "</t></si></sst>"), out -> {
                    write(out, HEAD, 1);
                    write(out, "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(30) + "</row>", 40);
                    write(out, FOOT, 1);
                }));
    }

    @Test
    void sheetThatIsNamedOftenIsNotReadOften() throws IOException {
        var file = directory.resolve("often.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            write(zip, "<workbook><sheets>" + "<sheet name=\"a\" r:id=\"r1\"/>".repeat(50) + "</sheets></workbook>", 1);
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            write(zip, "<Relationships><Relationship Id=\"r1\" Target=\"one.xml\" Type=\"a/worksheet\"/>"
                    + "</Relationships>", 1);
            zip.putNextEntry(new ZipEntry("xl/one.xml"));
            write(zip, HEAD, 1);
            write(zip, "<row/>".repeat(1000), 400);
            write(zip, FOOT, 1);
        }

        assertDamaged(file);
    }

    @Test
    void tagWithManyPrefixesIsRefused() throws IOException {
        var prefixes = IntStream.range(0, 20_000).mapToObj(i -> " xmlns:a" + i + "=\"x\"")
                .collect(Collectors.joining());

        assertDamaged(SampleWorkbook.write(directory.resolve("prefixes.xlsx"), NO_TEXTS,
                text(HEAD + "<row" + prefixes + "/>" + FOOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.", "email,", "é", "@ ", "a("})
    void longLineIsReadInSeconds(String piece) throws IOException {
        var much = piece.repeat(MANY / piece.length());
        for (var before : List.of("", "email,name\na@b.example,", "email,name\n", "a@b.example\nb@b.example\n")) {
            var file = Files.writeString(directory.resolve("a.csv"), before + much + "\nz@z.example,z\n");

            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                try {
                    lines(file);
                } catch (UnusableFile noTable) {
                    // It has no addresses, and was looked at for a bounded time.
                }
            });
        }
    }
}
