package org.clubpost.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.people.file.Columns;
import org.clubpost.people.file.Role;
import org.clubpost.people.file.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static MemberFile.Line not(long number, String address, String status) {
        return new MemberFile.Line.NotConfirmed(number, Optional.of(EmailAddress.of(address)),
                "\"Status\" is \"" + status + "\"");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("members.csv"), text);
    }

    private List<MemberFile.Line> lines(String text) throws IOException {
        var lines = new ArrayList<MemberFile.Line>();
        MemberFile.open(file(text)).forEach(LIST, lines::add);
        return lines;
    }

    private static byte[] bytes(String handed) throws IOException {
        try (var in = Objects.requireNonNull(MemberFileTest.class.getResourceAsStream(handed))) {
            return in.readAllBytes();
        }
    }

    /** What is in a file as it was handed over, byte by byte. */
    private List<MemberFile.Line> handed(String name) throws IOException {
        var lines = new ArrayList<MemberFile.Line>();
        MemberFile.open(Files.write(directory.resolve(name), bytes(name))).forEach(LIST, lines::add);
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
                new MemberFile.Line.Bad(4, MemberFile.Fault.NO_SUCH_GROUP, "\"bord\" are not groups of the list")),
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
        assertEquals(List.of(ANN, not(3, "c@club.example", "left"), not(4, "d@club.example", "pending"),
                not(5, "e@club.example", "suppressed"), not(6, "f@club.example", ""), not(7, "g@club.example", ""),
                BEN),
                lines("email,name,Status,since\n"
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
                List.of(new MemberFile.Line.Bad(2, MemberFile.Fault.NO_ADDRESS, "\"ann\" is not an e-mail address"),
                        ANN,
                        new MemberFile.Line.NoAddress(4),
                        new MemberFile.Line.Bad(5, MemberFile.Fault.NAME,
                                "the name is longer than 100 characters, or has characters that no name has"),
                        BEN),
                lines("email,name\nann,Ann\nann@club.example,Ann\n,Nobody\nx@club.example,\u202Eevil\n"
                        + "ben@club.example,\"Ben, the \"\"first\"\"\"\n"));
    }

    @Test
    void contactWithoutAnAddressIsNoBadLine() throws IOException {
        assertEquals(List.of(new MemberFile.Line.NoAddress(2), ANN, new MemberFile.Line.NoAddress(4)),
                lines("Name,Phone 1 - Value,E-mail 1 - Value\nBea,123,\nAnn,,ann@club.example\nCea,,-\n"));
    }

    @Test
    void linesOfAnArchiveAreRead() throws IOException {
        assertEquals(List.of(ANN, ANN, person("ann@club.example", "")),
                lines("ann at club.example (Ann)\nAnn <ann at club.example>\nann at club.example\n"));
        assertEquals(List.of(ANN), lines("email,name\nann at club.example,Ann\n"));
        assertEquals(List.of(ANN), lines("Name;Adresse\nAnn;ann at club.example\n"));
    }

    @Test
    void remarkMayHaveLinesButSwallowsNobody() throws IOException {
        assertEquals(
                List.of(ANN, new MemberFile.Line.Bad(4, MemberFile.Fault.OPEN_QUOTE,
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
                .map(line -> line instanceof MemberFile.Line.Bad(var number, _, _) ? number : 0L).toList();

        assertEquals(List.of(3L, 5L, 7L), bad);
    }

    @Test
    void otherColumnsAreNamed() throws IOException {
        assertEquals(List.of("city", "since"), MemberFile.open(file("city,email,status,since\n")).unknownColumns());
    }

    @Test
    void fileThatCannotBeUsedIsRefusedWithAReason() {
        var noColumn = assertThrows(UnusableFile.class, () -> lines("street,name,town\nann street,Ann,Bern\n"));
        var noFile = assertThrows(UnusableFile.class, () -> MemberFile.open(directory.resolve("none.csv")));

        assertTrue(noColumn.reason().contains("must be \"email\""), noColumn.reason());
        assertTrue(noFile.reason().startsWith("There is no file"), noFile.reason());
    }

    // Files that went wrong before

    @ParameterizedTest
    @CsvSource({"04-german.csv, g1@member.example, Anna Müller", "06-google.csv, goo@member.example, Anna",
            "07-mailchimp.csv, mc@member.example, Anna M", "19-trailingcomma.csv, tr@member.example, Anna"})
    void fileThatWentWrongBeforeIsRead(String file, String address, String name) throws IOException {
        assertEquals(List.of(person(address, name)), handed(file));
    }

    @Test
    void whatCannotBeSeenIsNotThere() throws IOException {
        assertEquals(List.of(person("nbsp@member.example", "Anna"), person("zw@member.example", "Bea"),
                person("feff@member.example", "Cea")), handed("08-nbsp.csv"));
        assertEquals(List.of(person("ann@club.example", "Cea Dea")),
                lines("email,name\nann@club.example,Cea\u00A0Dea\u00AD\n"));
    }

    @Test
    void ofSeveralAddressesTheFirstOneIsTaken() throws IOException {
        assertEquals(
                List.of(person("two@member.example", "Ben"),
                        new MemberFile.Line.Remark(2, "\"two@member.example\" was taken, and not the other address of "
                                + "the same person"),
                        person("three@member.example", "Cy")),
                lines("""
                        Name,Given Name,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Value
                        Ben,Ben,* Home,two@member.example ::: other@member.example,
                        Cy,Cy,,,three@member.example
                        """));
    }

    @Test
    void nameOfAFileOfMailchimpSaysWhoLeft() throws IOException {
        var cleaned = directory.resolve("cleaned_members_export_1a2b.csv");
        Files.write(cleaned, bytes("07-mailchimp.csv"));
        var lines = new ArrayList<MemberFile.Line>();

        MemberFile.open(cleaned).forEach(LIST, lines::add);

        assertEquals(List.of(new MemberFile.Line.NotConfirmed(2, Optional.of(EmailAddress.of("mc@member.example")),
                "the file's name says \"cleaned\"")), lines);
    }

    @Test
    void nameWithAnAddressOrAFormulaIsDroppedAndTheAddressComesIn() throws IOException {
        var name = "\"Evil <c@evil.example>\"";
        assertEquals(
                List.of(person("a@x.example", ""),
                        new MemberFile.Line.Remark(2, "the name " + name
                                + " holds an address, and was not taken; the address was"),
                        person("b@x.example", ""),
                        new MemberFile.Line.Remark(3, "the name \"=HYPERLINK(\"http://e\")\" holds an address, and was "
                                + "not taken; the address was"),
                        person("d@x.example", ""),
                        new MemberFile.Line.Remark(4, "the name \"=SUM(A1)\" begins like a formula, and was not taken; "
                                + "the address was"),
                        person("e@x.example", "Eve")),
                lines("""
                        email,name
                        a@x.example,Evil <c@evil.example>
                        b@x.example,"=HYPERLINK(""http://e"")"
                        d@x.example,'=SUM(A1)
                        e@x.example,Eve (e@x.example)
                        """));
    }

    @Test
    void twoAddressesThatAreNoListAreABadLine() throws IOException {
        var bad = new MemberFile.Line.Bad(2, MemberFile.Fault.SEVERAL_ADDRESSES,
                "\"hello <a@x.example> <b@x.example>\" has several addresses, and is no list "
                        + "of addresses with commas");

        assertEquals(List.of(ANN, bad), lines("Ann <ann@club.example>\nhello <a@x.example> <b@x.example>\n"));
        assertEquals(List.of(bad, ANN),
                lines("email,name\nhello <a@x.example> <b@x.example>,\nann@club.example,Ann\n"));
    }

    @Test
    void mailboxInACellHasANameToo() throws IOException {
        assertEquals(List.of(ANN, person("ben@club.example", "Benjamin"), ANN),
                lines("""
                        email,name
                        Ann <ann@club.example>,
                        Ben <ben@club.example>,Benjamin
                        Ann <ann@club.example>,ann@club.example
                        """));
    }

    @Test
    void everyoneInALineOfAddressesIsSomebody() throws IOException {
        assertEquals(
                List.of(ANN, person("eve@club.example", "Doe, Eve"), person("tom@club.example", ""),
                        new MemberFile.Line.Bad(3, MemberFile.Fault.NO_ADDRESS, "\"nobody\" is not an e-mail address")),
                lines("Ann <ann@club.example>, Doe, Eve <eve@club.example>\ntom@club.example\nnobody\n"));
    }

    @Test
    void characterThatCannotBeReadIsNamed() throws IOException {
        assertEquals(List.of(new MemberFile.Line.Bad(2, MemberFile.Fault.NAME,
                "the name \"J\uFFFDrg\" has a character that cannot be read"), ANN),
                lines("email,name\nx@club.example,J\uFFFDrg\nann@club.example,Ann\n"));
    }

    @Test
    void lineThatIsTooLongEndsTheFileAndIsNamed() throws IOException {
        assertEquals(List.of(ANN, new MemberFile.Line.Bad(3, MemberFile.Fault.TOO_LONG,
                "this line is longer than 1,000,000 characters; a quote "
                        + "may be opened and not closed in it. Nothing after it was read")),
                lines("email,name\nann@club.example,Ann\nx@club.example,\"" + "y".repeat(2_000_000)));
    }

    @Test
    void columnIsWhatSomebodySaysThatItIs() throws IOException {
        var file = MemberFile.open(file("who,what,where\nann@club.example,Ann,Bern\n"
                .replace("who", "email")));
        assertEquals(List.of(new Columns.Column("email", Role.ADDRESS), new Columns.Column("what", Role.NONE),
                new Columns.Column("where", Role.NONE)), file.people().columns().all());
        var lines = new ArrayList<MemberFile.Line>();

        file.with(Map.of(1, Role.NAME)).forEach(LIST, lines::add);

        assertEquals(List.of(ANN), lines);
    }

    @Test
    void columnThatSaidWhoLeftCountsNoMoreWhenSomebodySaysSo() throws IOException {
        var file = MemberFile.open(file("email,name,abgemeldet am\nann@club.example,Ann,never\n"));
        var lines = new ArrayList<MemberFile.Line>();

        file.with(Map.of(2, Role.NONE)).forEach(LIST, lines::add);

        assertEquals(List.of(ANN), lines);
        assertEquals(Role.LEFT, file.people().columns().all().getLast().role());
    }
}
