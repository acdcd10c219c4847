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
    void allAuthorsStayVisible() {
        Entity mail = munged("From: Anna <a@example.com>, b@example.com\r\n", Mails.list());

        assertEquals("Anna <a@example.com>, b@example.com", mail.header().value("Author").orElseThrow());
        assertEquals("Anna <a@example.com>, b@example.com", mail.header().value("X-Original-From").orElseThrow());
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
