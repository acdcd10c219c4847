package org.clubpost.mail.preview;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.route.Handling;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small mails that went wrong once, each for a kind, in {@code handed/}. Their authors are members, and members may post.
 * The copies are read by a reader that is not ours.
 */
class HandedMailsTest {

    private static final MailingList LIST = MailingList.create(new ListId("chess"), "lists.example.org", "Chess Club",
            List.of(EmailAddress.of("owner@example.org"))).with(new Posting(PostingPolicy.MEMBERS, 40L << 20));
    private static final ListPreparation PREPARATION = new ListPreparation(Mails.context(LIST).links(),
            new InMemorySentIds());
    private static final Preview PREVIEW = new Preview(LIST, Routes.of(new Club()), PREPARATION, Trust.AUTHOR);
    private static final Map<String, String> READ_AS = Map.of("iso-8859-1", "windows-1252", "gb2312", "gbk",
            "ks_c_5601-1987", "x-windows-949", "iso-2022-jp", "x-windows-iso2022jp", "iso-8859-8-i", "iso-8859-8",
            "x-mac-cyrillic", "x-maccyrillic");
    private static final String LINK = Mails.ANNA.of(MemberValue.UNSUBSCRIBE_URL);

    private static Previewed previewed(String name) {
        return PREVIEW.of(Octets.of(Mails.resource("handed/" + name + ".eml")));
    }

    private static byte[] copy(String name) {
        var previewed = previewed(name);
        assertEquals("relay", previewed.verdict(), () -> name + ": " + previewed.routed());
        return previewed.mail().orElseThrow().render(Mails.ANNA).toByteArray();
    }

    private static List<StrictReader.Leaf> leaves(String name) {
        try {
            return StrictReader.read(copy(name));
        } catch (IOException | MimeException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The text as mail programs read it, by the labels of the WHATWG. */
    private static String shown(StrictReader.Leaf leaf) {
        var read = READ_AS.getOrDefault(leaf.charset(), leaf.charset());
        return new StrictReader.Leaf(leaf.type(), read, leaf.octets()).text();
    }

    private static Optional<String> field(String mail, String name) {
        return MimeParser.parse(Octets.latin1(mail)).header().value(name);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10-subject-utf8-split,    Einladung zur Hauptversammlung Müßiggang
            12-hebrew-8859-8-i,       שלום לכולם
            14-subject-space-in-word, Grüße an alle
            15-subject-latin1-cp1252, “Chess” – only €5
            16-subject-sjis-cp932,    ①駅前 髙橋
            18-subject-korean-cp949,  똠방각하 펲시
            19-subject-raw-utf8-cut,  Grüße an alle Freunde\ufffd
            s01-split-b64,            Einladung: Frühlingsfest für alle Mitglieder und Gäste
            s03-split-emoji,          Spielabend heute 🎲♟️ um acht
            v01-2022jp-circled,       お知らせ①
            v03-ksc-ext,              모임 똠방
            v05-gb2312-ext,           開會
            v08-latin1-1252,          Club’s night – 5 €
            v10-88598i,               שלום
            v25-spaces-in-q,          Frühlings fest am Freitag
            """)
    void aSubjectIsReadAsItsAuthorWroteIt(String name, String subject) {
        var copy = new String(copy(name), StandardCharsets.ISO_8859_1);

        assertEquals("[chess] " + subject, HeaderText.decoded(field(copy, "Subject").orElseThrow()));
    }

    /** What every reader can read already stays as its author wrote it, octet for octet. */
    @ParameterizedTest
    @ValueSource(
            strings = {"10-subject-utf8-split", "12-hebrew-8859-8-i", "15-subject-latin1-cp1252",
                    "16-subject-sjis-cp932",
                    "18-subject-korean-cp949", "s01-split-b64", "s03-split-emoji", "v01-2022jp-circled", "v03-ksc-ext",
                    "v05-gb2312-ext", "v08-latin1-1252", "v10-88598i"})
    void aSubjectThatWasFineStaysUntouched(String name) {
        var author = new String(Mails.resource("handed/" + name + ".eml"), StandardCharsets.ISO_8859_1);
        var copy = new String(copy(name), StandardCharsets.ISO_8859_1);

        assertTrue(copy.contains(" " + field(author, "Subject").orElseThrow().replaceAll("\\s+", "\r\n ") + "\r\n")
                || field(copy, "Subject").orElseThrow().endsWith(" " + field(author, "Subject").orElseThrow()),
                copy);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            15-subject-latin1-cp1252, Anna – Chair
            16-subject-sjis-cp932,    髙橋
            18-subject-korean-cp949,  펲시
            t10-from-split,           Zoë Müller-Lüdenscheidt geb. Jäger
            v08-latin1-1252,          Alice O’Hara
            w8-frm1252,               Alice O’Hara
            """)
    void aNameIsReadAsItsBearerWroteIt(String name, String person) {
        var copy = new String(copy(name), StandardCharsets.ISO_8859_1);

        assertTrue(HeaderText.decoded(field(copy, "From").orElseThrow()).replace("\"", "")
                .startsWith(person + " via Chess Club <"), () -> field(copy, "From").orElseThrow());
    }

    /** What follows a bar is the whole text before the footer; an asterisk stands for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30-body-utf16-no-bom             | Hello friends*second line
            31-body-gb2312-gbk               | 各位朋友：*喆哥和堃姐明天来下棋。
            33-body-iso2022jp-nec            | 皆さん*①駅前
            36-body-x-mac-cyrillic           | Привет
            37-body-latin1-cp1252-utf8-footer| Hello “Anna” – it costs €5…
            38-body-unknown-charset-in-mixed | Hello all.
            b08-b64-footer                   | Frühling for all
            v01-2022jp-circled               | お知らせ①集まり
            v03-ksc-ext                      | 모임 똠방
            v05-gb2312-ext                   | 開會
            v08-latin1-1252                  | Club’s night – now 5 €, “yes”
            v10-88598i                       | שלום
            w1-1252-to-utf8                  | Club’s night – 5 €, “yes” café
            """)
    void aTextIsReadAsItsAuthorWroteItAndHasTheLink(String name, String text) {
        var shown = leaves(name).stream().filter(StrictReader.Leaf::isText).map(HandedMailsTest::shown).toList();

        assertTrue(shown.getFirst().stripLeading().startsWith(text.replace('*', '\n')), () -> shown.toString());
        assertTrue(shown.getLast().contains(LINK), () -> shown.toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            01-iphone-photo-between-texts, Sent from my iPhone
            03-applemail-html-pdf-html,    Regards
            b11-apple-alt,                 Alice
            52-html-text-after-html,       browsers show too
            """)
    void theFooterStandsAtTheEnd(String name, String last) {
        var leaves = leaves(name);
        var shown = leaves.getLast();

        assertTrue(shown.isText(), () -> leaves.toString());
        var text = shown.text();
        assertTrue(text.contains(last) && text.indexOf(LINK) > text.indexOf(last), text);
        assertEquals(1, leaves.stream().filter(leaf -> leaf.type().equals(shown.type()))
                .filter(leaf -> leaf.text().contains(LINK)).count(), () -> leaves.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"60-precedence-bulk", "61-from-postmaster", "a01-xars-all", "a03-prec-bulk", "a07-postmaster"})
    void aPersonsMailNeverVanishes(String name) {
        assertTrue(Set.of("relay", "hold", "confirm").contains(previewed(name).verdict()),
                () -> previewed(name).routed().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a10-abwesenheit", "a12-auto-reply", "a23-accepted"})
    void aProgramsMailNeverGoesOut(String name) {
        assertFalse(previewed(name).verdict().equals("relay"), () -> previewed(name).routed().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c01-re-unsub-body", "c03-unsub-from", "c08-abmelden-vom", "p17-leave-unproven"})
    void whoWantsToLeaveIsLedThere(String name) {
        assertInstanceOf(Handling.OfferToLeave.class, previewed(name).routed().handling());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p02-srs", "p05-dotdot"})
    void anOddEnvelopeSenderDoesNotHideTheProof(String name) {
        assertEquals("relay", previewed(name).verdict(), () -> previewed(name).routed().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f01-comma     | Admin, Alice
            f12-semicolon | Alice; Admin
            f19-mailto    | Alice
            """)
    void theOnePlainAuthorIsFound(String name, String person) {
        var from = field(new String(copy(name), StandardCharsets.ISO_8859_1), "From").orElseThrow();

        assertTrue(HeaderText.decoded(from).replace("\"", "").startsWith(person + " via Chess Club <"), from);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            70-tnef-letter-lost,        The letter: the meeting is on Friday.
            70-tnef-letter-lost,        programme
            72-tnef-embedded-mail-lost, See the forwarded mail.
            72-tnef-embedded-mail-lost, plan
            """)
    void whatIsInAWinmailArrives(String name, String text) {
        assertTrue(leaves(name).stream().anyMatch(leaf -> leaf.octets().contains(text)), () -> leaves(name).toString());
    }

    @Test
    void aMailInAWinmailIsNotLost() {
        var leaves = leaves("72-tnef-embedded-mail-lost");

        assertTrue(leaves.stream().anyMatch(leaf -> leaf.octets().contains("The forwarded letter.")
                || leaf.octets().contains("VGhlIGZvcndhcmRlZCBsZXR0ZXIu") || leaf.type().equals("application/ms-tnef")),
                () -> leaves.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bob <bob@example.com>
            s..palmer@example.com
            Carl <carl@mail_host.example>
            Dora <dora@example.com>
            """)
    void peopleInCcStayThere(String person) {
        var copy = new String(copy("42-cc-obsolete-and-odd"), StandardCharsets.ISO_8859_1);

        assertTrue(field(copy, "Cc").orElseThrow().contains(person), copy);
    }

    @ParameterizedTest
    @ValueSource(strings = "40-charset-without-semicolon")
    void aFileKeepsItsName(String name) {
        var copy = new String(copy(name), StandardCharsets.ISO_8859_1);

        assertAll(() -> assertTrue(copy.replaceAll("\\s", "").contains("name=\"notes.txt\"")
                || copy.contains("name=notes.txt"), copy),
                () -> assertEquals(1, copy.split("notes.txt", -1).length - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = "90-nested-8bit")
    void aForwardedMailIsSafeOnASevenBitWay(String name) {
        var copy = new String(copy(name), StandardCharsets.ISO_8859_1);

        assertTrue(copy.chars().allMatch(c -> c < 127), copy);
        assertTrue(copy.contains("Gr=C3=BC=C3=9Fe") || copy.contains("R3LDvMOfZQ"), copy);
    }

    /** A world in which the authors are members. */
    private record Club() implements Surroundings {

        @Override
        public boolean isOurs(MailingList list, EmailAddress address) {
            return address.domain().equals(list.domain());
        }

        @Override
        public boolean isMember(MailingList list, EmailAddress address) {
            return Set.of("example.org", "example.com", "member.example").contains(address.domain());
        }

        @Override
        public boolean isMember(MailingList list, GroupName group, EmailAddress address) {
            return false;
        }

        @Override
        public PublicLinks links() {
            return PREPARATION.links();
        }

        @Override
        public Sight sight(Incoming mail) {
            return Sight.NEW;
        }

        @Override
        public boolean saidToday(Incoming mail, String words) {
            return false;
        }
    }
}
