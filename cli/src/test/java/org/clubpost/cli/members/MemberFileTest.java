package org.clubpost.cli.members;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of members as people and spreadsheets write them. */
final class MemberFileTest {

    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of()).with(Groups.NONE.withNamed(List.of(new GroupName("board"), new GroupName("students"))));

    private static final MemberFile.Line ANN = person("ann@club.example", "Ann");
    private static final MemberFile.Line BEN = person("ben@club.example", "Ben, the \"first\"");

    @TempDir
    private Path directory;

    private static MemberFile.Line person(String address, String name) {
        return new MemberFile.Line.Person(new Newcomer(EmailAddress.of(address), new PersonName(name)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("members.csv"), text);
    }

    private List<MemberFile.Line> lines(String text) throws IOException {
        var lines = new ArrayList<MemberFile.Line>();
        try (var members = MemberFile.open(file(text))) {
            members.forEach(LIST, lines::add);
        }
        return lines;
    }

    @Test
    void plainFileIsRead() throws IOException {
        assertEquals(List.of(ANN, BEN),
                lines("email,name\nann@club.example,Ann\nben@club.example,\"Ben, the \"\"first\"\"\"\n"));
    }

    @Test
    void fileOfASpreadsheetIsRead() throws IOException {
        assertEquals(List.of(ANN), lines("\uFEFFName;City;E-Mail\r\nAnn;Bern; ann@club.example \r\n\r\n"));
    }

    @Test
    void groupsAreRead() throws IOException {
        var both = new MemberFile.Line.Person(new Newcomer(EmailAddress.of("ann@club.example"), new PersonName("Ann"),
                Set.of(new GroupName("board"), new GroupName("students"))));

        assertEquals(List.of(both, person("ben@club.example", ""),
                new MemberFile.Line.Bad(4, "\"bord\" are not groups of the list")),
                lines("""
                        email,name,groups
                        ann@club.example,Ann,"board, students"
                        ben@club.example,,
                        eve@club.example,Eve,bord
                        """));
    }

    @Test
    void fileWithoutNamesIsRead() throws IOException {
        assertEquals(List.of(person("ann@club.example", "")), lines("email\nann@club.example"));
    }

    @Test
    void onlyTheConfirmedOfAnExportAreSomebody() throws IOException {
        var other = new MemberFile.Line.NotConfirmed();

        assertEquals(List.of(ANN, other, other, other, other, other, BEN), lines("email,name,Status,since\n"
                + "ann@club.example,Ann,confirmed,\nc@club.example,C,left,\nd@club.example,D,pending,\n"
                + "e@club.example,E,suppressed,\nf@club.example,F,,\ng@club.example\n"
                + "ben@club.example,\"Ben, the \"\"first\"\"\", Confirmed ,\n"));
    }

    @Test
    void guardOfAnExportIsTakenFromTheName() throws IOException {
        assertEquals(List.of(person("ann@club.example", "-Ann-"), person("ben@club.example", "'t Hooft")),
                lines("email,name\nann@club.example,'-Ann-\nben@club.example,'t Hooft\n"));
    }

    @Test
    void badLinesAreNamedByTheirNumberAndTheOthersGoOn() throws IOException {
        assertEquals(
                List.of(new MemberFile.Line.Bad(2, "\"ann\" is not an e-mail address"), ANN,
                        new MemberFile.Line.Bad(4, "no address"),
                        new MemberFile.Line.Bad(5,
                                "the name is longer than 100 characters, or has characters that no name has"),
                        BEN),
                lines("email,name\nann,Ann\nann@club.example,Ann\n,Nobody\nx@club.example,\u202Eevil\n"
                        + "ben@club.example,\"Ben, the \"\"first\"\"\"\n"));
    }

    @Test
    void remarkMayHaveLinesButSwallowsNobody() throws IOException {
        assertEquals(
                List.of(ANN, new MemberFile.Line.Bad(4,
                        "a quote is opened and not closed in this line; lines 4 to 5 were not read")),
                lines("""
                        email,name,remark
                        ann@club.example,Ann,"two
                        lines"
                        x@club.example,X,"open
                        y@club.example,Y,closed"
                        """));
    }

    @Test
    void lineIsCountedWhereItBeginsWhateverIsBefore() throws IOException {
        var bad = lines("email,name\n\nann@club.example,\"Ann\nand on\"\nx,\"two\nlines\"\nlast").stream()
                .map(line -> line instanceof MemberFile.Line.Bad(var number, _) ? number : 0L).toList();

        assertEquals(List.of(3L, 5L, 7L), bad);
    }

    @Test
    void otherColumnsAreNamed() throws IOException {
        try (var members = MemberFile.open(file("city,email,status,since\n"))) {
            assertEquals(List.of("city", "since"), members.unknownColumns());
        }
    }

    @Test
    void fileThatCannotBeUsedIsRefusedWithAReason() throws IOException {
        var noColumn = assertThrows(CommandFailure.class, () -> lines("address,name\nann@club.example,Ann\n"));
        var noFile = assertThrows(CommandFailure.class, () -> MemberFile.open(directory.resolve("none.csv")));
        var latin = Files.write(directory.resolve("latin.csv"),
                "email,name\nx@club.example,Jörg\n".getBytes(ISO_8859_1));
        var notUtf8 = assertThrows(CommandFailure.class, () -> {
            try (var members = MemberFile.open(latin)) {
                members.forEach(LIST, _ -> {
                });
            }
        });

        assertTrue(noColumn.reason().contains("must be \"email\""), noColumn.reason());
        assertTrue(noFile.reason().startsWith("There is no file"), noFile.reason());
        assertTrue(notUtf8.reason().contains("UTF-8"), notUtf8.reason());
    }
}
