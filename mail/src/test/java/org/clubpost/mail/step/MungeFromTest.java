package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MungeFromTest {

    private static Entity munged(String header, MailingList list) {
        return new MungeFrom().apply(MimeParser.parse(Octets.latin1(header + "\r\n")), Mails.context(list));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "Anna Author <anna@example.com> | Anna Author via Chess Club <news@lists.example.org>",
                    "\"Author, Anna\" <anna@example.com> | \"Author, Anna via Chess Club\" <news@lists.example.org>",
                    "anna@example.com | anna via Chess Club <news@lists.example.org>",
                    "anna@example.com (Anna) | Anna via Chess Club <news@lists.example.org>",
                    "\"anna@example.com\" <anna@example.com> | anna via Chess Club <news@lists.example.org>",
                    "\"'anna@example.com' via Groups\" <x@example.com> | anna via Groups via Chess Club <news@lists.example.org>",
                    "Anna <anna@example.com>, Ben <ben@example.com> | Anna via Chess Club <news@lists.example.org>",
                    "Friends: Anna <anna@example.com>, ben@example.com; | Anna via Chess Club <news@lists.example.org>",
                    "undisclosed:; | Chess Club <news@lists.example.org>",
                    "<> | Chess Club <news@lists.example.org>",
                    "not an address | Chess Club <news@lists.example.org>",
                    "=?utf-8?Q?J=C3=BCrgen?= <j@example.com> | Jürgen via Chess Club <news@lists.example.org>",
                    "=?utf-8?Q?Anna_=3Canna=40bank.example=3E?= <a@example.com> | Anna anna via Chess Club <news@lists.example.org>"
            })
    void theListSpeaksForTheAuthor(String from, String expected) {
        Entity mail = munged("From: " + from + "\r\n", Mails.list());

        String decoded = FieldText.decode(mail.header().value("From").orElseThrow());
        assertEquals(expected, decoded);
        assertEquals(1, mail.header().all("From").size());
    }

    @Test
    void aMailWithoutFromComesFromTheList() {
        Entity mail = munged("Subject: x\r\n", Mails.list());

        assertEquals("Chess Club <news@lists.example.org>", mail.header().value("From").orElseThrow());
        assertFalse(mail.header().has("X-Original-From"));
        assertFalse(mail.header().has("Author"));
    }

    @Test
    void viaIsSaidInTheListsLanguage() {
        MailingList german = Mails.list().with(new Profile("Schachklub", "", Locale.GERMANY));

        Entity mail = munged("From: Anna <a@example.com>\r\n", german);

        assertEquals("Anna über Schachklub <news@lists.example.org>",
                FieldText.decode(mail.header().value("From").orElseThrow()));
    }

    @Test
    void oneBlankStandsBeforeTheListsName() {
        MailingList german = Mails.list().with(new Profile("Schachklub", "", Locale.GERMANY));

        for (String name : new String[]{"=?utf-8?Q?Anna?= Author", "Author =?utf-8?Q?Anna?=", "=?utf-8?Q?Anna?="}) {
            Entity mail = munged("From: " + name + " <anna@example.com>\r\n", german);

            assertEquals(FieldText.decode(name) + " \u00fcber Schachklub <news@lists.example.org>",
                    FieldText.decode(mail.header().value("From").orElseThrow()));
        }
    }

    @Test
    void aPlaceInANameIsNoAddress() {
        for (String name : new String[]{"Anna@Club", "Anna @ Club"}) {
            Entity mail = munged("From: " + name + " <a@example.com>\r\n", Mails.list());

            assertEquals("Anna via Chess Club <news@lists.example.org>",
                    mail.header().value("From").orElseThrow().replace("Anna Club", "Anna"));
            assertEquals("a@example.com", org.clubpost.mail.field.Mailbox
                    .parse(mail.header().value("Author").orElseThrow()).getFirst().address().ascii());
        }
    }

    @Test
    void allAuthorsStayVisible() {
        Entity mail = munged("From: Anna <a@example.com>, b@example.com\r\n", Mails.list());

        assertEquals("Anna <a@example.com>, b@example.com", mail.header().value("Author").orElseThrow());
        assertEquals("Anna <a@example.com>, b@example.com", mail.header().value("X-Original-From").orElseThrow());
    }

    /** Octets of the fields as they go out, on one line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "=?iso-8859-1?Q?Alice_O=92Hara?= | =?iso-8859-1?Q?Alice_O=92Hara?= via Chess Club",
                    "=?utf-8?B?Wm/DqyBNw7xsbGVyIEzDvGRlbnNjaGVpZHQgSsM=?= =?utf-8?B?pGdlcg==?= | =?utf-8?B?Wm/DqyBNw7xsbGVyIEzDvGRlbnNjaGVpZHQgSsM=?= =?utf-8?B?pGdlcg==?= via Chess Club",
                    "Anna =?utf-8?Q?M=C3=BCller?= | Anna =?utf-8?Q?M=C3=BCller?= via Chess Club",
                    "\"=?utf-8?Q?M=C3=BCller?=\" | =?utf-8?Q?M=C3=BCller?= via Chess Club",
                    "=?euc-kr?B?vIS9ww==?= | =?euc-kr?B?vIS9ww==?= via Chess Club",
                    "=?x-no?Q?M=FCller?= | =?x-no?Q?M=FCller?= via Chess Club",
                    "=?utf-8?Q?Anna M=C3=BCller?= | =?UTF-8?Q?Anna_M=C3=BCller_via_Chess_Club?=",
                    "=?utf-8?Q?M=C3=BCller,_Anna?= | =?UTF-8?Q?M=C3=BCller=2C_Anna_via_Chess_Club?=",
                    "=?utf-8?Q?M=C3=BCller=E2=80=AE?= | =?UTF-8?Q?M=C3=BCller_via_Chess_Club?="
            })
    void theWordsOfANameKeepTheirOctets(String name, String expected) {
        Entity mail = munged("From: " + name + " <j@example.com>\r\n", Mails.list());

        assertEquals(expected + " <news@lists.example.org>", mail.header().value("From").orElseThrow());
        assertEquals(mail.header().value("Author"), mail.header().value("X-Original-From"));
    }

    @Test
    void theListsNameIsToldFromTheWordsBeforeIt() {
        String from = "From: =?utf-8?Q?M=C3=BCller?= <j@example.com>\r\n";

        assertEquals("=?utf-8?Q?M=C3=BCller?= \"via Chess, the \\\"Club\\\"\" <news@lists.example.org>",
                munged(from, Mails.list().with(new Profile("Chess, the \"Club\"", "", Locale.ENGLISH))).header()
                        .value("From").orElseThrow());
        assertEquals("Müller über Schach <news@lists.example.org>",
                FieldText.decode(munged(from, Mails.list().with(new Profile("Schach", "", Locale.GERMANY))).header()
                        .value("From").orElseThrow()));
    }

    @Test
    void aNameInRawBytesIsRead() {
        assertEquals("Müll\uFFFD via Chess Club <news@lists.example.org>",
                FieldText.decode(munged("From: M\u00c3\u00bcll\u00c3 <j@example.com>\r\n", Mails.list()).header()
                        .value("From").orElseThrow()));
    }

    @Test
    void anUnreadableFromIsKeptForTheCurious() {
        Entity mail = munged("From: somebody\0 <<\r\n", Mails.list());

        assertEquals("somebody  <<", mail.header().value("X-Original-From").orElseThrow());
    }

    @Test
    void aNameCannotBreakOutOfTheField() {
        Entity mail = munged("From: =?utf-8?Q?Eve=0D=0ABcc=3A_x=40example.com=0D=0A?= <e@example.com>\r\n",
                Mails.list());

        assertFalse(mail.header().has("Bcc"));
        assertEquals("\"Eve Bcc: x via Chess Club\" <news@lists.example.org>",
                mail.header().value("From").orElseThrow());
    }

    @Test
    void anEndlessNameIsCut() {
        Entity mail = munged("From: " + "x".repeat(500) + " <e@example.com>\r\n", Mails.list());

        assertEquals("x".repeat(64) + "… via Chess Club <news@lists.example.org>",
                FieldText.decode(mail.header().value("From").orElseThrow()));
    }
}
