package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.preview.Preview;
import org.clubpost.mail.preview.Trust;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Strangers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What other mailing lists on SES get wrong with a mail, each with a mail that shows that we do not. */
class MistakesOfOthersTest {

    private static final String POST = Mails.lines("From: Olga <owner@example.org>", "To: news@lists.example.org",
            "Subject: Hi", "Message-ID: <1@example.org>");
    private static final String TEXT = Mails.lines("", "Hello");

    private static String with(String field) {
        return POST + field + "\r\n" + TEXT;
    }

    static Stream<Arguments> rewriting() {
        String latin = POST + Mails.lines("Content-Type: text/plain; charset=iso-8859-1",
                "Content-Transfer-Encoding: 8bit", "", "K\u00e4se");
        return Stream.of(Arguments.of("text that is not UTF-8 is damaged", latin, "K=E4se"),
                Arguments.of("raw 8-bit subjects", POST.replace("Hi", "K\u00e4se") + TEXT,
                        "Subject: [news] =?UTF-8?Q?K=C3=A4se?=\r\n"),
                Arguments.of("no List-Id", POST + TEXT, "List-Id: Chess Club <news.lists.example.org>\r\n"),
                Arguments.of("the author's address is lost", POST + TEXT, "Reply-To: Olga <owner@example.org>\r\n"),
                Arguments.of("the author's name is lost", POST + TEXT, "From: Olga via Chess Club <news@"),
                Arguments.of("folded fields are broken by patterns", with("X-Long: a\r\n b: c"),
                        "X-Long: a\r\n b: c\r\n"),
                Arguments.of("a thread has no common ancestor", POST + TEXT, "References: <1@example.org>\r\n"),
                Arguments.of("no one-click in the header", POST + TEXT,
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rewriting")
    void theCopyHas(String mistake, String mail, String expected) {
        String copy = Mails.copy(mail);

        assertTrue(copy.contains(expected), copy);
    }

    static Stream<Arguments> leftIn() {
        return Stream.of(Arguments.of("two signatures are refused", "DKIM-Signature: a\r\nDKIM-Signature: b", "DKIM-"),
                Arguments.of("a second Feedback-ID breaks the signature", "Feedback-ID: a", "Feedback-ID"),
                Arguments.of("a stranger's orders to SES are obeyed", "X-SES-CONFIGURATION-SET: a", "X-SES-"),
                Arguments.of("Sender is not verified", "Sender: someone@example.com", "Sender:"),
                Arguments.of("Delivered-To is refused", "Delivered-To: a@example.com", "Delivered-To"),
                Arguments.of("an author's receipt request goes to all", "Disposition-Notification-To: a@example.com",
                        "Disposition-Notification-To"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leftIn")
    void theCopyHasNot(String mistake, String field, String unwanted) {
        String copy = Mails.copy(with(field));

        assertFalse(copy.contains(unwanted), copy);
    }

    static Stream<Arguments> letThrough() {
        return Stream.of(Arguments.of("whoever claims to be an owner posts", POST + TEXT, Trust.NONE, "confirm"),
                Arguments.of("whoever is allowed in the display name posts",
                        POST.replace("Olga <owner@example.org>", "\"owner@example.org\" <x@evil.example>") + TEXT,
                        Trust.AUTHOR, "hold"),
                Arguments.of("the list answers itself", with("List-Id: <news.lists.example.org>"), Trust.AUTHOR,
                        "discard"),
                Arguments.of("an out-of-office reply goes to all", with("Auto-Submitted: auto-replied"), Trust.AUTHOR,
                        "discard"),
                Arguments.of("a bounce goes to all", with("Content-Type: multipart/report; boundary=b"), Trust.AUTHOR,
                        "discard"),
                Arguments.of("a mail that is too large is lost without a word",
                        POST + TEXT + "x".repeat(11 << 20), Trust.AUTHOR, "reject"),
                Arguments.of("nothing gets through any more", POST + TEXT, Trust.AUTHOR, "relay"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letThrough")
    void theVerdictIs(String mistake, String mail, Trust trust, String verdict) {
        MailingList list = Mails.list();
        var preview = new Preview(list, Routes.of(new Strangers()),
                new ListPreparation(Mails.context(list).links(), new InMemorySentIds()), trust);

        assertEquals(verdict, preview.of(Octets.latin1(mail)).verdict());
    }
}
