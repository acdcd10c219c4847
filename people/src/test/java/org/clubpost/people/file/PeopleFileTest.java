package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.clubpost.people.file.SampleWorkbook.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeopleFileTest {

    private static final SampleWorkbook.Part NO_TEXTS = text("<sst/>");

    @TempDir
    private Path directory;

    private PeopleFile open(Path file) {
        return PeopleFile.open(file, Optional.empty());
    }

    private PeopleFile open(String text) throws IOException {
        return open(Files.writeString(directory.resolve("file.csv"), text));
    }

    private Path resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(PeopleFileTest.class.getResourceAsStream(name))) {
            var file = directory.resolve(name);
            Files.copy(in, file);
            return file;
        }
    }

    /** Each person as {@code line: name = address}. */
    private static List<String> people(PeopleFile file) throws IOException {
        var people = new ArrayList<String>();
        try (var rows = file.sheet().rows()) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().first() > file.columns().headerLine()) {
                    people.add(row.get().first() + ": " + file.columns().name(row.get()) + " = "
                            + String.join(" + ", file.columns().addresses(row.get())));
                }
            }
        }
        return people;
    }

    private String reason(Path file) {
        return assertThrows(UnusableFile.class, () -> open(file)).reason();
    }

    // Names of columns

    @ParameterizedTest
    @ValueSource(
            strings = {"email", "E-Mail", "e-mail address", "E-Mail-Adresse", "EMail Adresse", "Mail", "Email Address",
                    "E-mail 1 - Value", "Adresse e-mail", "Courriel", "Correo electrónico", "Indirizzo e-mail",
                    "E-mailadres", "Adres e-mail", "Adresse de messagerie", "e_mail", "\u00A0Email\u200B",
                    "\"E-Mail:\"",
                    "Электронная почта", "E-post", "Sähköposti"})
    void columnOfAddressesIsFoundByItsName(String name) throws IOException {
        assertEquals(List.of("2: Anna Müller = a@x.example"),
                people(open("Vorname;" + name + ";Nachname;Ort\nAnna;a@x.example;Müller;Bern\n")));
    }

    @ParameterizedTest
    @CsvSource({"First Name,Last Name", "Vorname,Nachname", "Prénom,Nom", "Nombre,Apellidos", "Nome,Cognome",
            "Voornaam,Achternaam", "Given Name,Family Name", "FNAME,LNAME", "Imię,Nazwisko", "Vorname,Name",
            "First name,Surname", "Förnamn,Efternamn", "Имя,Фамилия"})
    void firstAndLastNameAreJoined(String first, String last) throws IOException {
        assertEquals(List.of("2: Anna Müller = a@x.example", "3: Anna = b@x.example", "4: Müller = c@x.example"),
                people(open("email," + last + "," + first + "\na@x.example,Müller,Anna\nb@x.example,,Anna\n"
                        + "c@x.example,Müller,\n")));
    }

    @Test
    void wholeNameIsNotJoinedWithItsFirst() throws IOException {
        assertEquals(List.of("2: Anna = a@x.example", "3: Anna Müller = b@x.example", "4: Eva M. = c@x.example"),
                people(open("""
                        Name,Given Name,Family Name,E-mail 1 - Value
                        Anna,Anna,,a@x.example
                        Anna Müller,Anna,Müller,b@x.example
                        Eva M.,Eva,Maria,c@x.example
                        """)));
    }

    @Test
    void headerMayComeAfterATitleAndMayBeMissing() throws IOException {
        assertEquals(List.of("4: Ann = a@x.example"),
                people(open("Members 2026,,\n,,\nno,name,email\n1,Ann,a@x.example\n")));
        assertEquals(List.of("1: Ann = a@x.example"), people(open("Ann;a@x.example\n")));
        assertEquals(List.of("1:  = a@x.example"), people(open("a@x.example\n")));
        assertEquals(List.of("2: Ann = a@x.example"), people(open("Name\tAddress\nAnn\ta@x.example\n")));
    }

    @Test
    void columnsOfOtherThingsAreNoAddresses() throws IOException {
        assertEquals(List.of("2: Ann = a@x.example"), people(open("""
                Name,Address,E-mail 1 - Type,E-mail 1 - Label,E-mail Type,E-mail 1 - Value
                Ann,Way 1,* Home,Work,SMTP,a@x.example
                """)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Email Address,First Name,MEMBER_RATING | Mailchimp", "email,name,status,attributes | listmonk",
                    "E-mail 1 - Value,Name | Google", "E-Mail-Adresse,E-Mail: Angezeigter Name | Outlook",
                    "E-mail Address,E-mail Display Name | Outlook", "email,own-posts,consent | Clubpost"})
    void programIsToldByItsColumns(String header, String program) throws IOException {
        assertTrue(open(header + "\n").form().contains(program), open(header + "\n").form());
    }

    @ParameterizedTest
    @CsvSource({"subscribed, true", "Subscribed, true", "confirmed, true", "enabled, true", "active, true", "ja, true",
            "1, true", "yes, true", "unsubscribed, false", "cleaned, false", "nonsubscribed, false",
            "blocklisted, false", "disabled, false", "pending, false", "'', false", "0, false", "nein, false",
            "unconfirmed, false", "bounced, false", "Never subscribed, false", "not active, false"})
    void onlyAWordForAMemberIsOne(String word, boolean isMember) throws IOException {
        var file = open("email,status\na@x.example," + word + "\n");

        assertEquals(isMember, file.columns().whyNot(TextSheet.look(file.sheet()).get(1)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"'', true", "0, true", "no, true", "0000-00-00 00:00:00, true", "2024-01-01, false", "1, false",
            "yes, false"})
    void whoLeftBySomeTimeIsNoMember(String time, boolean isMember) throws IOException {
        var file = open("email,UNSUB_TIME\na@x.example," + time + "\n");

        assertEquals(isMember, file.columns().whyNot(TextSheet.look(file.sheet()).get(1)).isEmpty());
    }

    // Delimiters and lines

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsTheOneThatMakesColumns(String delimiter) throws IOException {
        for (var lineEnd : List.of("\n", "\r\n", "\r")) {
            for (var first : List.of("", "sep=" + delimiter + lineEnd)) {
                var text = first + "email~first name~last name" + lineEnd + "a@x.example~\"A, B; C\tD|E\"~F" + lineEnd;

                assertEquals(List.of((first.isEmpty() ? 2 : 3) + ": A, B; C D|E F = a@x.example"),
                        people(open(text.replace("~", delimiter))));
            }
        }
    }

    @Test
    void linesOfMailmanAreRead() throws IOException {
        var file = open("# all\nAnna <a@x.example>\n\nb@x.example\n\"C, D\" <c@x.example>\n");

        assertTrue(file.sheet().isOfLines());
        assertEquals(3, people(file).size());
        assertTrue(open("A <a@x.example>, B <b@x.example>\n").sheet().isOfLines());
    }

    @Test
    void rowThatIsTooLongEndsTheFile() throws IOException {
        var file = open("email,name\na@x.example,A\nb@x.example,\"" + "x".repeat(3_000_000) + "\nc@x.example,C\n");
        var rows = new ArrayList<Row>();
        try (var all = file.sheet().rows()) {
            for (var row = all.next(); row.isPresent(); row = all.next()) {
                rows.add(row.get());
            }
        }

        assertEquals(3, rows.size());
        assertEquals(new Row(3, 3, List.of(), true), rows.getLast());
        assertTrue(reason(Files.writeString(directory.resolve("lines"), "a".repeat(3_000_000))).contains("email"));
    }

    @Test
    void charsetThatIsNamedCounts() throws IOException {
        var file = Files.write(directory.resolve("file.csv"),
                "email,name\na@x.example,Михаил".getBytes(Charset.forName("x-MacCyrillic")));

        assertEquals(List.of("2: Михаил = a@x.example"),
                people(PeopleFile.open(file, Optional.of(Charset.forName("x-MacCyrillic")))));
    }

    // Spreadsheets

    @Test
    void spreadsheetsOfLibrariesAreRead() throws IOException {
        var file = open(resource("openpyxl.xlsx"));

        assertEquals(List.of("2: Jörg Müller = x1@m.example", "4: Ann Marie Lee = x2@m.example",
                "5: Two Mails = x3@m.example\nx4@m.example", "6: Bad One = nonsense"), people(file));
        assertEquals("a spreadsheet, its sheet \"Mitglieder\"", file.form());
        assertEquals(List.of("\"Alte\" (1 address)", "\"Deckblatt\" (no column of addresses)"), file.others());
        assertEquals(List.of("Nr", "Eintritt", "Beitrag"), file.columns().unknown());
        assertEquals(List.of("2: Anna Rich = r1@m.example", "3: Ben = r2@m.example"),
                people(open(resource("xlsxwriter.xlsx"))));
    }

    @Test
    void cellsOfEveryKindAreRead() throws IOException {
        var file = SampleWorkbook.write(directory.resolve("a.xlsx"), text("""
                <sst><si><t>email</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si>
                <si><t>status</t></si><si><t>a_x000D_b</t></si></sst>"""), text("""
                <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>
                <x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="s"><x:v>1</x:v></x:c>
                <x:c t="s"><x:v>2</x:v></x:c></x:row>
                <x:row/><x:row r="7"><x:c r="B7" t="str"><x:f>"a"</x:f><x:v>a@x.example</x:v></x:c>
                <x:c r="C7"><x:v>12.5</x:v></x:c><x:c r="D7" t="b"><x:v>1</x:v></x:c></x:row>
                <x:row><x:c r="B8" t="inlineStr"><x:is><x:t>b@x.example</x:t></x:is></x:c>
                <x:c r="C8" t="e"><x:v>#REF!</x:v></x:c><x:c r="D8" t="s"><x:v>99</x:v></x:c></x:row>
                </x:sheetData></x:worksheet>"""));

        assertEquals(List.of("7: 12.5 = a@x.example", "8:  = b@x.example"), people(open(file)));
    }

    @Test
    void spreadsheetThatWouldFillTheMemoryIsRefused() throws IOException {
        var text = "x".repeat(1 << 16).getBytes(US_ASCII);
        var texts = SampleWorkbook.write(directory.resolve("texts.xlsx"), out -> {
            out.write("<sst>".getBytes(US_ASCII));
            for (var i = 0; i < 3000; i++) {
                out.write("<si><t>".getBytes(US_ASCII));
                out.write(text);
                out.write("</t></si>".getBytes(US_ASCII));
            }
        }, text("<worksheet/>"));
        var tag = SampleWorkbook.write(directory.resolve("tag.xlsx"), NO_TEXTS, out -> {
            out.write("<worksheet><row r=\"".getBytes(US_ASCII));
            for (var i = 0; i < 100; i++) {
                out.write(text);
            }
        });

        assertTrue(reason(texts).contains("unpacks to more"), reason(texts));
        assertTrue(reason(tag).contains("unpacks to more"), reason(tag));
    }

    @Test
    void spreadsheetFetchesNothingAndExpandsNothing() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "secret");
        var file = SampleWorkbook.write(directory.resolve("a.xlsx"), NO_TEXTS, text(
                "<!DOCTYPE w [<!ENTITY s SYSTEM \"" + secret.toUri() + "\"><!ENTITY a \"aaaa\">]><worksheet><sheetData>"
                        + "<row><c t=\"inlineStr\"><is><t>email</t></is></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t>&s;&a;@x.example</t></is></c></row></sheetData></worksheet>"));

        assertTrue(reason(file).contains("cannot be read as a spreadsheet"), reason(file));
    }

    // Files that are not read

    @Test
    void everyOtherFileHasAnAnswer() throws IOException {
        var ods = directory.resolve("a.ods");
        var zip = directory.resolve("a.zip");
        for (var file : List.of(ods, zip)) {
            try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
                out.putNextEntry(new ZipEntry(file.equals(ods) ? "content.xml" : "subscribed.csv"));
                out.write("x".getBytes(UTF_8));
            }
        }

        assertTrue(reason(ods).contains(".ods"), reason(ods));
        assertTrue(reason(zip).contains("Unpack it, and import what is inside: subscribed.csv."), reason(zip));
        assertTrue(reason(Files.write(directory.resolve("a.xls"),
                new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})).contains(".xls"));
        assertTrue(reason(Files.writeString(directory.resolve("a.pdf"), "%PDF-1.7")).contains("PDF"));
        assertTrue(reason(Files.writeString(directory.resolve("a.vcf"), "BEGIN:VCARD\nEND:VCARD")).contains("vCard"));
        assertTrue(reason(Files.writeString(directory.resolve("empty"), "\n\n")).contains("is empty"));
        assertTrue(reason(Files.writeString(directory.resolve("b.xlsx"), "PK\u0003\u0004broken"))
                .contains("may be damaged"));
        assertTrue(reason(Files.writeString(directory.resolve("text"), "Dear all,\nnothing here\n")).contains("email"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"Vorname;Nachname;Ort\\nA;B;C # Seen were \"Vorname\", \"Nachname\", \"Ort\" in line 1.",
                    "Liste\\n\"Vorname\",Ort\\nA,B # Seen were \"Vorname\", \"Ort\" in line 2.",
                    "a,b,c,d,e,f,g,h,i,j,k,l,m,n # \"l\" and 2 more in line 1.",
                    "Wo das Mitglied zur Zeit am liebsten ist # Seen were \"Wo das Mitglied zur Zeit am li...\" in line 1.",
                    ";,;\\n # Seen were nothing that can be read in line 1."})
    void columnsThatWereSeenAreSaid(String text, String said) throws IOException {
        var reason = reason(Files.writeString(directory.resolve("file"), text.replace("\\n", "\n")));

        assertTrue(reason.contains(said), reason);
    }
}
