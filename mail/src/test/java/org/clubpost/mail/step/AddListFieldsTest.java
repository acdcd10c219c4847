package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddListFieldsTest {

    @Test
    void everyListFieldIsThereOnce() {
        String copy = Mails
                .copy("From: a@example.com\r\nTo: news@lists.example.org\r\nList-Id: <foreign>\r\n\r\nx\r\n");

        Entity mail = MimeParser.parse(Octets.latin1(copy));
        assertEquals("Chess Club <news.lists.example.org>", mail.header().value("List-Id").orElseThrow());
        assertEquals("<https://lists.example.org/unsubscribe?token=CLICK>,"
                + " <mailto:news-leave@lists.example.org?subject=leave%20MAIL>",
                mail.header().value("List-Unsubscribe").orElseThrow());
        assertEquals("List-Unsubscribe=One-Click", mail.header().value("List-Unsubscribe-Post").orElseThrow());
        assertEquals("<https://lists.example.org/subscribe?list=news>, <mailto:news-join@lists.example.org>",
                mail.header().value("List-Subscribe").orElseThrow());
        assertEquals("<mailto:news-help@lists.example.org>",
                mail.header().value("List-Help").orElseThrow());
        assertEquals("<mailto:news-owner@lists.example.org>", mail.header().value("List-Owner").orElseThrow());
        assertEquals("list", mail.header().value("Precedence").orElseThrow());
        assertEquals("OOF, AutoReply", mail.header().value("X-Auto-Response-Suppress").orElseThrow());
        mail.header().lines().forEach(line -> assertEquals(1,
                mail.header().lines().stream().filter(other -> other.is(line.name())).count(), line.name()));
    }

    /** RFC 8058 section 3.1: List-Unsubscribe has one https URI. */
    @ParameterizedTest
    @CsvSource({"https://lists.example.org,true", "HTTPS://club.example/lists,true", "http://localhost:8080,false",
            "http://lists.example.org,false"})
    void oneClickIsPromisedOnlyForAnHttpsLink(URI base, boolean expected) {
        var links = new PublicLinks(base, Mails.context().links().tokens());

        Entity mail = new AddListFields().apply(
                MimeParser.parse(Octets.latin1("List-Unsubscribe-Post: x\r\n\r\n")),
                new PostContext(Mails.list(), links));

        assertEquals(expected, mail.header().has("List-Unsubscribe-Post"));
        assertTrue(mail.header().has("List-Unsubscribe"));
    }

    @ParameterizedTest
    @CsvSource({"OWNERS,NO", "POSTERS,NO", "MEMBERS,<mailto:news@lists.example.org>",
            "ANYONE,<mailto:news@lists.example.org>"})
    void anAnnouncementListTakesNoPosts(PostingPolicy policy, String expected) {
        MailingList list = Mails.list().with(new Posting(policy, 1 << 20));

        Entity mail = new AddListFields().apply(MimeParser.parse(Octets.latin1("A: b\r\n\r\n")), Mails.context(list));

        assertEquals(expected, mail.header().value("List-Post").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"X: y | Chess Club <news@lists.example.org>",
                    "To: undisclosed-recipients:; | Chess Club <news@lists.example.org>, undisclosed-recipients:;",
                    "To: undisclosed-recipients:;~Cc: a@example.com | undisclosed-recipients:;",
                    "To: a@[192.0.2.1] | a@[192.0.2.1]",
                    "Cc: a@example.com | Chess Club <news@lists.example.org>"})
    void aMailThatNamesNobodyIsToTheList(String header, String to) {
        Entity mail = new AddListFields().apply(
                MimeParser.parse(Octets.latin1(header.replace("~", "\r\n") + "\r\n\r\n")), Mails.context());

        assertEquals(to, mail.header().value("To").orElseThrow());
    }

    @Test
    void aClosedListOffersNoSignUp() {
        MailingList list = Mails.list().with(new SignUpRules(false, Duration.ofHours(1)));

        Entity mail = new AddListFields().apply(MimeParser.parse(Octets.latin1("A: b\r\n\r\n")), Mails.context(list));

        assertFalse(mail.header().has("List-Subscribe"));
    }

    @Test
    void aNameThatNeedsItIsEncodedInListId() {
        MailingList list = Mails.list().with(new Profile("Schach, Köln", "", Locale.GERMAN));

        Entity mail = new AddListFields().apply(MimeParser.parse(Octets.latin1("A: b\r\n\r\n")), Mails.context(list));

        assertEquals("=?UTF-8?Q?Schach=2C_K=C3=B6ln?= <news.lists.example.org>",
                mail.header().value("List-Id").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"'','',''", "https://a.example/news/,https://a.example/news/,''",
            "https://a.example/news/{message-id},https://a.example/news/,https://a.example/news/1%2Ba%26b%40example.com",
            "https://a.example/?id={message-id}#x,https://a.example/,https://a.example/?id=1%2Ba%26b%40example.com#x"})
    void onlyAListWithAnArchiveSaysWhere(String url, String list, String post) {
        MailingList archived = Mails.list().with(Mails.list().layout().withArchive(url));

        Header header = new AddListFields().apply(
                MimeParser.parse(Octets.latin1("Message-ID: <1+a&b@example.com>\r\n\r\n")), Mails.context(archived))
                .header();

        assertEquals(list.isEmpty() ? "" : "<" + list + ">", header.value("List-Archive").orElse(""));
        assertEquals(post.isEmpty() ? "" : "<" + post + ">", header.value("Archived-At").orElse(""));
    }

    @Test
    void anIdThatMakesTheLineTooLongHasNoPage() {
        MailingList archived = Mails.list().with(Mails.list().layout().withArchive("https://a.example/{message-id}"));
        String mail = "Message-ID: <" + "+".repeat(390) + "@example.com>\r\n\r\n";

        Header header = new AddListFields().apply(MimeParser.parse(Octets.latin1(mail)), Mails.context(archived))
                .header();

        assertFalse(header.has("Archived-At"));
        assertEquals("<https://a.example/>", header.value("List-Archive").orElseThrow());
    }

    @Test
    void aMailToNobodyIsToTheList() {
        Entity mail = new AddListFields().apply(MimeParser.parse(Octets.latin1("A: b\r\n\r\n")), Mails.context());

        assertEquals("Chess Club <news@lists.example.org>", mail.header().value("To").orElseThrow());
    }
}
