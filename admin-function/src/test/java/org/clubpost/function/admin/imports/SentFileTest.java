package org.clubpost.function.admin.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.people.file.Role;
import org.clubpost.people.file.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFileTest {

    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of());

    private static SentFile file(String name, String text) {
        return SentFile.of(name, text.getBytes(UTF_8));
    }

    private static TableRead read(SentFile file) {
        return TableRead.of(file, Map.of(), LIST, SampleSubscribers.IDS);
    }

    private static List<String> addresses(TableRead read) {
        return read.people().stream().map(each -> each.address().written()).sorted().toList();
    }

    @Test
    void fileComesBackAsItWas() {
        var sent = file("members.csv", "email\nann@club.example\nben@club.example\n");

        var back = SentFile.unpack(sent.name(), sent.packed()).orElseThrow();

        assertEquals(List.of("ann@club.example", "ben@club.example"), addresses(read(back)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "C:\\fakepath\\a.csv", "a\u0000b", "", "..", "/", "x/../y", ".bashrc",
                    "\u202Egnp.csv"})
    void nameLeadsNowhere(String name) {
        var plain = file(name, "").name();

        assertTrue(plain.matches("[\\p{L}\\p{N}_ -][\\p{L}\\p{N}._ -]*"), plain);
        assertEquals(List.of("ann@club.example"), addresses(read(file(name, "email\nann@club.example\n"))));
    }

    @Test
    void nameMayHaveLettersThatTakeMuchSpaceOnADisk() {
        var name = "会".repeat(96) + ".csv";

        assertEquals(name, file(name, "").name());
        assertEquals(List.of("ann@club.example"), addresses(read(file(name, "email\nann@club.example\n"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64 !", "H4sIAAAA", "YWJj"})
    void whatIsNoFileIsNone(String packed) {
        assertEquals(Optional.empty(), SentFile.unpack("members.csv", packed));
    }

    @Test
    void fileThatUnpacksToTooMuchIsNone() {
        var bomb = SentFile.of("members.csv", new byte[SentFile.LARGEST * 40]).packed();

        assertTrue(bomb.length() < SentFile.LONGEST);
        assertEquals(Optional.empty(), SentFile.unpack("members.csv", bomb));
    }

    @Test
    void whoIsSaidToBeNoMemberIsNoneAndLinesHaveTheirNumbers() {
        var text = """
                email,name,status
                ann@club.example,Ann,subscribed
                ann@club.example,Ann,unsubscribed
                ben@club.example,=HYPERLINK("http://x.example"),subscribed
                nobody,Nobody,subscribed
                """;

        var read = read(file("members.csv", text));

        assertEquals(List.of("ben@club.example"), addresses(read));
        assertEquals(List.of(""), read.people().stream().map(each -> each.name().text()).toList());
        assertEquals(1, read.notMembers());
        assertEquals(List.of(5L), read.bad().stream().map(line -> line.number()).toList());
        var roles = new ArrayList<Role>();
        read.columns().forEach(column -> roles.add(column.role()));
        assertEquals(List.of(Role.ADDRESS, Role.NAME, Role.STATUS), roles);
    }

    @Test
    void fileOfAnotherKindSaysWhy() {
        assertEquals(UnusableFile.Kind.OTHER_KIND,
                assertThrows(UnusableFile.class, () -> read(file("a.pdf", "%PDF-1.7 ..."))).kind());
        assertFalse(file("a.csv", "secret@club.example").toString().contains("secret"));
    }
}
