package org.clubpost.notices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.notice.Shown;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.post.Post;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationNoticesTest {

    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    private static final EmailAddress OPERATOR = EmailAddress.of("root@machine.example");
    private static final URI SEND = URI.create("https://lists.example.org/moderate?token=AnMend");
    private static final URI REFUSE = URI.create("https://lists.example.org/moderate?token=AnIefuse");
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final MailingList LIST = SampleLists.aList();
    private static final String MAIL = "From: sam@stranger.example\r\nSubject: Chess sets\r\n\r\nHello!\r\n--x\r\n";

    private final CollectingOutbox outbox = new CollectingOutbox();
    private final CommonsEmailNotices notices = new CommonsEmailNotices(outbox, new FixedClock(),
            new Random(3));

    private MimeMessage sent(Notice notice) throws Exception {
        notices.send(notice);
        return new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(outbox.accepted().getLast().content().toByteArray()));
    }

    private static ForwardedMail mail(String octets) {
        return new ForwardedMail("Sam <sam@stranger.example>", "Chess sets",
                MailContent.of(octets.getBytes(ISO_8859_1)));
    }

    private static Notice held(ForwardedMail mail) {
        return new OwnerNotice.PostHeld(LIST, OWNER, mail, Reason.of(Reason.Cause.MAY_NOT_POST), Audience.everyone(),
                SEND,
                REFUSE, TWO_WEEKS, "4f2a9c01", false);
    }

    private static String octets(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), ISO_8859_1);
    }

    private static BodyPart attachment(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        assertTrue(parts.getContentType().startsWith("multipart/mixed"), parts.getContentType());
        assertEquals(2, parts.getCount());
        return parts.getBodyPart(1);
    }

    private static String text(MimeMessage mail) throws Exception {
        var content = (MimeMultipart) mail.getContent();
        var words = content.getBodyPart(0).isMimeType("multipart/alternative")
                ? (MimeMultipart) content.getBodyPart(0).getContent()
                : content;
        assertTrue(((String) words.getBodyPart(1).getContent()).startsWith("<!DOCTYPE html>"));
        return ((String) words.getBodyPart(0).getContent()).replace("\r\n", " ");
    }

    @Test
    void anOwnerSeesTheMailTheReasonAndBothLinks() throws Exception {
        var mail = sent(held(mail(MAIL)));

        assertEquals("Please decide for Chess Club News [#4f2a9c01]: Chess sets", mail.getSubject());
        var text = text(mail);
        for (var part : new String[]{"Sam <sam@stranger.example>", "The author may not post to this list.",
                SEND.toString(),
                REFUSE.toString(), "14 days", "write “send” in the first line"}) {
            assertTrue(text.contains(part), text);
        }
        assertEquals("Chess Club News <news-admin@lists.example.org>",
                mail.getReplyTo()[0].toString());
        assertTrue(attachment(mail).isMimeType("message/rfc822"));
        assertArrayEquals(new String[]{"7bit"}, attachment(mail).getHeader("Content-Transfer-Encoding"));
        assertTrue(new String(outbox.accepted().getLast().content().toByteArray(), ISO_8859_1)
                .contains("\r\n\r\n" + MAIL));
    }

    @Test
    void aMailWithEightBitOctetsIsAttachedByteForByte() throws Exception {
        var mail = sent(held(mail(MAIL + "Gr\u00fc\u00dfe\r\n")));

        assertTrue(attachment(mail).isMimeType("message/rfc822"));
        assertArrayEquals(new String[]{"8bit"}, attachment(mail).getHeader("Content-Transfer-Encoding"));
        assertTrue(new String(outbox.accepted().getLast().content().toByteArray(), ISO_8859_1)
                .contains(MAIL + "Gr\u00fc\u00dfe\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb\r\n", "a\0b"})
    void aMailThatWouldNotSurviveIsAttachedAsAFile(String body) throws Exception {
        assertIsFile(MAIL + body);
    }

    @Test
    void aMailWithALineThatIsTooLongIsAttachedAsAFile() throws Exception {
        assertIsFile(MAIL + "x".repeat(999) + "\r\n");
    }

    private void assertIsFile(String octets) throws Exception {
        var attached = attachment(sent(held(mail(octets))));

        assertTrue(attached.isMimeType("application/octet-stream"));
        assertEquals("mail.eml", attached.getFileName());
        assertEquals(octets, octets(attached));
        var whole = new String(outbox.accepted().getLast().content().toByteArray(), ISO_8859_1);
        assertFalse(whole.replace("\r\n", "").matches("(?s).*[\r\n\0].*"));
    }

    @Test
    void aMailThatIsNotAttachedIsSaidNotToBe() throws Exception {
        var mail = sent(held(mail("")));

        assertTrue(((MimeMultipart) mail.getContent()).getContentType().startsWith("multipart/alternative"));
        assertTrue(text(mail).contains("too large to be attached"), text(mail));
    }

    @Test
    void theLastLetterForAWhileSaysSo() throws Exception {
        var mail = sent(new OwnerNotice.MailForOwners(LIST, OWNER, mail(MAIL), true));

        assertTrue(text(mail).contains("The next ones come together in one mail, once an hour."), text(mail));
        assertFalse(text(sent(new OwnerNotice.MailForOwners(LIST, OWNER, mail(MAIL), false))).contains("once an hour"));
    }

    @Test
    void ownersReadWhatBecameOfMailThatComesBack() throws Exception {
        var anna = SampleSubscribers.aPerson("anna@example.org");
        var fates = Stream.of(Gathered.Fate.What.values()).map(what -> new Gathered.Fate(anna, what,
                what == Gathered.Fate.What.COMPLAINED
                        ? Optional.empty()
                        : Optional.of(BounceReason.MAILBOX_FULL)))
                .toList();
        var mail = sent(new Gathered(LIST, OWNER, new Gathered.Content(List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), fates)));
        assertTrue(mail.getSubject().contains("mail to 1 member came back"), mail.getSubject());
        assertTrue(mail.getSubject().contains("1 complaint"), mail.getSubject());
    }

    private static Gathered gathered(MailingList list) {
        var at = FixedClock.START;
        var anna = SampleSubscribers.aPerson("anna@example.org");
        var waiting = new Gathered.Waiting(new Gathered.Mail(at, mail(MAIL)),
                Reason.of(Reason.Cause.MAY_NOT_POST), Audience.everyone(), SEND, REFUSE, at.plus(TWO_WEEKS));
        return new Gathered(list, OWNER, new Gathered.Content(List.of(anna), List.of(waiting, waiting),
                List.of(), List.of(new Gathered.Mail(at, mail(""))),
                List.of(new Post.Headline("Sam", "", 100))));
    }

    @Test
    void letterSaysWhoLeftAndWhyAndHowOftenEachReasonWasGiven() throws Exception {
        var left = Stream.of(Optional.of(LeaveReason.TOO_MANY), Optional.of(LeaveReason.TOO_MANY),
                Optional.<LeaveReason>empty())
                .map(reason -> new Gathered.Leaver(SampleSubscribers.aPerson("anna@example.org"), reason))
                .toList();
        var mail = sent(new Gathered(LIST, OWNER,
                new Gathered.Content(List.of(), left, List.of(), List.of(), List.of(), List.of(),
                        List.of())));

        assertEquals("Chess Club News: 3 members left", mail.getSubject());
        assertTrue(text(mail).contains("anna@example.org: too many mails"), text(mail));
        assertTrue(text(mail).contains("Too many mails: 2"), text(mail));
        assertTrue(text(mail).contains("No reason given: 1"), text(mail));
    }

    @Test
    void oneLetterTellsAllThatHappenedWithTheLinksAndTheMails() throws Exception {
        var mail = sent(gathered(LIST));

        assertEquals("Chess Club News: 2 mails wait for you, 1 mail to you, 1 new member, 1 mail was dropped",
                mail.getSubject());
        var text = text(mail);
        for (var part : List.of("Waiting for your decision", "From Sam <sam@stranger.example>", SEND.toString(),
                REFUSE.toString(), "Attached as mail-2.eml.", "Mails to the owners", "Not attached", "anna@example.org",
                "(no subject), from Sam")) {
            assertTrue(text.contains(part), text);
        }
        var parts = (MimeMultipart) mail.getContent();
        assertEquals(3, parts.getCount());
        assertEquals(List.of("mail-1.eml", "mail-2.eml"),
                List.of(parts.getBodyPart(1).getFileName(), parts.getBodyPart(2).getFileName()));
    }

    @Test
    void itIsWrittenInTheLanguageOfTheList() throws Exception {
        var german = LIST.with(LIST.profile().withLanguage(Locale.GERMAN));

        assertEquals("Chess Club News: 2 Mails warten auf Sie, 1 Mail an Sie, 1 neues Mitglied, 1 Mail ist verfallen",
                sent(gathered(german)).getSubject());
    }

    @Test
    void anAuthorIsToldThatAMailWaits() throws Exception {
        var mail = sent(new PostNotice.PostWaitsForOwners(LIST, EmailAddress.of("sam@stranger.example"), "Chess sets",
                "<1@stranger.example>", Reason.of(Reason.Cause.MAY_NOT_POST), TWO_WEEKS));

        assertEquals("Waits for the owners of Chess Club News: Chess sets", mail.getSubject());
        assertTrue(text(mail).contains("14 days"), text(mail));
        assertArrayEquals(new String[]{"auto-replied"}, mail.getHeader("Auto-Submitted"));
        assertArrayEquals(new String[]{"<1@stranger.example>"}, mail.getHeader("In-Reply-To"));
    }

    @Test
    void aMailToTheOwnersIsPassedOn() throws Exception {
        var mail = sent(new OwnerNotice.MailForOwners(LIST, OWNER, mail(MAIL), false));

        assertEquals("To the owners of Chess Club News: Chess sets", mail.getSubject());
        assertTrue(attachment(mail).isMimeType("message/rfc822"));
    }

    private static ForwardedMail asked(boolean isProven, String text, boolean isCut) {
        return new ForwardedMail("Sam <sam@stranger.example>", "Chess sets", MailContent.of(MAIL.getBytes(ISO_8859_1)),
                new Shown(
                        Optional.of(new Shown.Writer("Sam \u00d6z, \"x\"\r\nBcc: a@b",
                                EmailAddress.of("sam@stranger.example"))),
                        isProven, "<1@stranger.example>", text, isCut));
    }

    private static String html(MimeMessage mail) throws Exception {
        var words = (MimeMultipart) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        return (String) words.getBodyPart(1).getContent();
    }

    @Test
    void anOwnersAnswerGoesToWhoeverAsked() throws Exception {
        var mail = sent(
                new OwnerNotice.MailForOwners(LIST, OWNER, asked(true, "Hello,\n\nmay I <b>join</b>?", false), false));

        assertEquals(1, mail.getReplyTo().length);
        assertEquals("sam@stranger.example", ((InternetAddress) mail.getReplyTo()[0]).getAddress());
        assertEquals("Sam \u00d6z, \"x\" Bcc: a@b", ((InternetAddress) mail.getReplyTo()[0]).getPersonal());
        assertEquals("<1@stranger.example>", mail.getHeader("References", null));
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("All", mail.getHeader("X-Auto-Response-Suppress", null));
        assertTrue(text(mail).contains("Your answer to this mail goes to sam@stranger.example"), text(mail));
    }

    @Test
    void theMailToTheOwnersIsShown() throws Exception {
        var mail = sent(
                new OwnerNotice.MailForOwners(LIST, OWNER, asked(true, "Hello,\n\nmay I <b>join</b>?", false), false));

        assertTrue(text(mail).contains("Hello,  may I <b>join</b>?"), text(mail));
        assertTrue(html(mail).contains("may I &lt;b&gt;join&lt;/b&gt;?"), html(mail));
        assertFalse(text(mail).contains("not proven"), text(mail));
        assertFalse(text(mail).contains("only the beginning"), text(mail));
        assertTrue(attachment(mail).isMimeType("message/rfc822"));
    }

    @Test
    void itIsSaidThatNothingIsProvenAndThatThereIsMore() throws Exception {
        var mail = sent(new OwnerNotice.MailForOwners(LIST, OWNER, asked(false, "Hello", true), false));

        assertTrue(
                text(mail).contains(
                        "From: Sam <sam@stranger.example> (it is not proven that this mail comes from there)"),
                text(mail));
        assertTrue(text(mail).contains("This is only the beginning. The whole mail is attached."), text(mail));
    }

    @Test
    void aMailWithoutAWriterOrATextIsAnsweredToTheOwners() throws Exception {
        var mail = sent(new OwnerNotice.MailForOwners(LIST, OWNER, mail(MAIL), false));

        assertEquals(List.of("news-owner@lists.example.org"),
                Stream.of(mail.getReplyTo()).map(each -> ((InternetAddress) each).getAddress()).toList());
        assertEquals(null, mail.getHeader("References", null));
        assertTrue(text(mail).contains("(The mail has no text that can be shown here.)"), text(mail));
        assertTrue(text(mail).contains("An answer to this mail goes to the owners."), text(mail));
    }

    @Test
    void aMailThatIsNotAttachedIsShownAllTheSame() throws Exception {
        var mail = sent(new OwnerNotice.MailForOwners(LIST, OWNER, asked(true, "Hello", true).unseen(), false));

        assertTrue(text(mail).contains("Hello") && text(mail).contains("too large to be attached"), text(mail));
        assertTrue(text(mail).contains("Your answer to this mail goes to sam@stranger.example"), text(mail));
    }

    /** Whoever reads mail to the postmaster can get a certificate: no owner of a list gets such a mail, or an answer to it. */
    @Test
    void answerToAMailToTheDomainReachesNoOwner() throws Exception {
        var clear = sent(new OwnerNotice.MailForOperator(LIST, OPERATOR, asked(true, "Please approve", false)));
        var unclear = sent(new OwnerNotice.MailForOperator(LIST, OPERATOR, mail(MAIL)));

        assertTrue(clear.getSubject().startsWith("For whoever runs lists.example.org: "), clear.getSubject());
        assertEquals("sam@stranger.example", ((InternetAddress) clear.getReplyTo()[0]).getAddress());
        assertEquals(OPERATOR.ascii(), ((InternetAddress) unclear.getReplyTo()[0]).getAddress());
        assertTrue(text(unclear).contains("An answer to this mail comes back to you"), text(unclear));
        assertTrue(text(unclear).contains("because you run the lists at lists.example.org"), text(unclear));
    }

    /** A letter with several mails has one Reply-To field: each mail has a link to its writer. */
    @Test
    void gatheredMailsCanBeAnsweredOneByOne() throws Exception {
        var gathered = new Gathered(LIST, OWNER, new Gathered.Content(List.of(), List.of(), List.of(),
                List.of(new Gathered.Mail(FixedClock.START, asked(false, "Hello, ".repeat(300), false)),
                        new Gathered.Mail(FixedClock.START, mail(MAIL))),
                List.of()));
        var mail = sent(gathered);

        assertEquals("news-owner@lists.example.org", ((InternetAddress) mail.getReplyTo()[0]).getAddress());
        assertTrue(text(mail).contains("Hello, Hello,") && text(mail).contains("[\u2026]"), text(mail));
        assertTrue(text(mail).length() < 2_000, text(mail));
        assertTrue(text(mail).contains("mailto:sam@stranger.example?subject=Re%3A%20Chess%20sets"), text(mail));
        assertTrue(text(mail).contains("not proven"), text(mail));
    }

    @Test
    void anAuthorIsAskedWithoutAWordOfTheMail() throws Exception {
        var mail = sent(new PostNotice.ConfirmOwnPost(LIST, OWNER, FixedClock.START, SEND, REFUSE, TWO_WEEKS));

        assertEquals("Did you write to Chess Club News?", mail.getSubject());
        assertTrue(text(mail).contains("On March 6, 2026"), text(mail));
        assertTrue(text(mail).contains(SEND.toString()) && text(mail).contains(REFUSE.toString()), text(mail));
    }

    @Test
    void anOwnerLearnsThatNobodyDecided() throws Exception {
        var german = LIST.with(new Profile("Nachrichten", "", Locale.GERMAN));

        var mail = sent(new PostNotice.PostExpired(german, OWNER, "Sam", "Brettspiele", TWO_WEEKS, false));

        assertEquals("Nicht an Nachrichten verschickt: Brettspiele", mail.getSubject());
        assertTrue(text(mail).contains("14 Tage"), text(mail));
    }

    @Test
    void whatAStrangersMailSaysOfItselfCannotAddFields() throws Exception {
        var forged = new ForwardedMail("Sam\r\nBcc: x@evil.example", "Sets\r\nBcc: x@evil.example",
                MailContent.of(MAIL.getBytes(ISO_8859_1)));

        var mail = sent(held(forged));

        assertEquals(null, mail.getHeader("Bcc"));
        assertEquals("Please decide for Chess Club News [#4f2a9c01]: Sets Bcc: x@evil.example", mail.getSubject());
    }
}
