package org.clubpost.notices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommonsEmailNoticesTest {

    private static final EmailAddress ANNA = EmailAddress.of("Anna.Muessig@example.org");
    private static final URI CONFIRM = URI.create("https://lists.example.org/confirm?token=AQecret");
    private static final URI WITHDRAW = URI.create("https://lists.example.org/withdraw?token=AQecret");
    private static final URI LEAVE = URI.create("https://lists.example.org/unsubscribe?token=AWp");
    private static final JoinNotice.WaysOut WAYS_OUT = new JoinNotice.WaysOut(LEAVE,
            URI.create("https://lists.example.org/unsubscribe?token=AQc"),
            URI.create("mailto:news-leave@lists.example.org?subject=leave%20AQm"));
    private static final MailingList LIST = SampleLists.aList();
    private static final MailingList GERMAN = LIST.with(new Profile(
            "Schachverein „Königsspringer“ Düsseldorf-Gerresheim von 1923, Abteilung für Spätzünder und Freunde", "",
            Locale.GERMAN));

    private final CollectingOutbox outbox = new CollectingOutbox();
    private final CommonsEmailNotices notices = new CommonsEmailNotices(outbox, new FixedClock(),
            new Random(3));

    @Test
    void wordsOfTheMailThatAsksToConfirmHaveNothingOfThePerson() {
        var one = new JoinNotice.ConfirmationRequest(LIST, ANNA, Locale.ENGLISH, CONFIRM, WITHDRAW,
                Duration.ofHours(24));
        var other = new JoinNotice.ConfirmationRequest(LIST, EmailAddress.of("ben@club.example"), Locale.ENGLISH,
                WITHDRAW,
                CONFIRM, Duration.ofHours(24));

        var words = notices.words(one).orElseThrow();

        assertEquals(words, notices.words(other).orElseThrow());
        assertTrue(words.words().contains("24 hours") && !words.words().contains("AQecret"), words.words());
    }

    @Test
    void wordsOfTheMailAboutSeveralListsNameThem() {
        var one = new JoinNotice.JointConfirmationRequest(List.of(LIST, GERMAN), List.of(), ANNA, Locale.ENGLISH,
                CONFIRM,
                WITHDRAW, Duration.ofHours(24));
        var other = new JoinNotice.JointConfirmationRequest(List.of(LIST, GERMAN), List.of(),
                EmailAddress.of("ben@club.example"), Locale.ENGLISH, WITHDRAW, CONFIRM, Duration.ofHours(24));

        var words = notices.words(one).orElseThrow();

        assertEquals(words, notices.words(other).orElseThrow());
        assertTrue(words.words().contains("and 1 more") && !words.words().contains("AQecret"),
                words.words());
    }

    @Test
    void wordsOfRemindersHaveNeitherAPersonNorATime() {
        var time = FixedClock.START;
        var one = new JoinNotice.ConfirmationReminder(LIST, ANNA, Locale.ENGLISH, CONFIRM, WITHDRAW, time);
        var other = new JoinNotice.ConfirmationReminder(LIST, EmailAddress.of("ben@club.example"), Locale.ENGLISH,
                WITHDRAW, CONFIRM, time.plusSeconds(999));
        var joint = new JoinNotice.JointConfirmationReminder(List.of(LIST, GERMAN), ANNA, Locale.ENGLISH, CONFIRM,
                WITHDRAW, time);

        var words = notices.words(one).orElseThrow();

        assertEquals(words, notices.words(other).orElseThrow());
        assertTrue(words.words().contains("Reminder") && !words.words().contains("AQecret"), words.words());
        assertEquals(notices.words(joint), notices.words(new JoinNotice.JointConfirmationReminder(List.of(LIST, GERMAN),
                EmailAddress.of("ben@club.example"), Locale.ENGLISH, WITHDRAW, CONFIRM, time.plusSeconds(999))));
        assertTrue(notices.words(joint).orElseThrow().words().contains("and 1 more"));
    }

    static Stream<Notice> everyNotice() {
        return Stream.of(LIST, GERMAN).flatMap(list -> {
            var language = list.profile().language();
            var member = new Person(SampleSubscribers.aKey("0a"), EmailAddress.of("anna@bücher.example"),
                    PersonName.parse("Anna Müßig, \"Ødegård\" 王秀英 ♞").orElseThrow(), language);
            return Stream.of(
                    new JoinNotice.ConfirmationRequest(list, ANNA, language, CONFIRM, WITHDRAW, Duration.ofHours(24)),
                    new JoinNotice.AlreadyMember(list, ANNA, language, LEAVE),
                    new JoinNotice.ConfirmationReminder(list, ANNA, language, CONFIRM, WITHDRAW, FixedClock.START),
                    new JoinNotice.Welcome(list, ANNA, language, LEAVE, LEAVE),
                    new JoinNotice.Added(list, ANNA, language, WAYS_OUT, LEAVE),
                    new MemberNotice.Goodbye(list, ANNA, language, FixedClock.START, LEAVE, Duration.ofDays(14), LEAVE),
                    new MemberNotice.LeaveOffer(list, ANNA, language, LEAVE),
                    new MemberNotice.Paused(list, ANNA, language, LocalDate.of(2026, 12, 31), LEAVE),
                    new MemberNotice.MailCheck(list, ANNA, language, SampleSubscribers.aKey("0a"), LEAVE),
                    new MemberNotice.MailStopped(list, ANNA, language, SampleSubscribers.aKey("0a"), LEAVE,
                            BounceReason.MAILBOX_FULL, FixedClock.START),
                    new MemberNotice.SettingsLink(list, ANNA, language, LEAVE, Duration.ofHours(1)),
                    new MemberNotice.NewPostOut(list, ANNA, language, LEAVE),
                    new OwnerNotice.PhonesPaused(list, EmailAddress.of("owner@club.example"), 100),
                    new OwnerNotice.SignUpsWaiting(list, EmailAddress.of("owner@club.example"), 37, 200),
                    new OwnerNotice.MemberJoined(list, EmailAddress.of("owner@club.example"), member, false),
                    new PostNotice.PostRejected(list, ANNA, "Sommerfest: „Wer kommt?“ " + "sehr ".repeat(60),
                            "<a.b+c@mail.example>",
                            Reason.quoted("Only owners may write to this list. " + "x".repeat(1200))));
        });
    }

    @Test
    void mailToManyIsLeftInOneClick() throws MessagingException {
        var mail = parsed(sent(new JoinNotice.Added(LIST, ANNA, Locale.ENGLISH, WAYS_OUT, LEAVE)));
        var local = parsed(sent(new JoinNotice.Added(LIST, ANNA, Locale.ENGLISH,
                new JoinNotice.WaysOut(LEAVE, URI.create("http://localhost/unsubscribe?token=A"), WAYS_OUT.mail()),
                LEAVE)));

        assertEquals("<https://lists.example.org/unsubscribe?token=AQc>,"
                + " <mailto:news-leave@lists.example.org?subject=leave%20AQm>", field(mail, "List-Unsubscribe"));
        assertEquals("List-Unsubscribe=One-Click", field(mail, "List-Unsubscribe-Post"));
        assertEquals(null, local.getHeader("List-Unsubscribe-Post"));
    }

    private OutgoingMail sent(Notice notice) {
        notices.send(notice);
        return outbox.accepted().getLast();
    }

    private static MimeMessage parsed(OutgoingMail mail) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.content().toByteArray()));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String field(MimeMessage mail, String name) throws MessagingException {
        var values = mail.getHeader(name);
        assertEquals(1, values == null ? 0 : values.length, name);
        return MimeUtility.unfold(values[0]);
    }

    private static List<String> parts(MimeMessage mail) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        assertTrue(parts.getContentType().startsWith("multipart/alternative"), parts.getContentType());
        assertEquals(2, parts.getCount());
        assertTrue(parts.getBodyPart(0).isMimeType("text/plain"));
        assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
        return List.of((String) parts.getBodyPart(0).getContent(), (String) parts.getBodyPart(1).getContent());
    }

    private static Notice confirmation(MailingList list) {
        return new JoinNotice.ConfirmationRequest(list, ANNA, list.profile().language(), CONFIRM, WITHDRAW,
                Duration.ofHours(24));
    }

    @ParameterizedTest
    @MethodSource("everyNotice")
    void mailIsSafeToPassAnyServer(Notice notice) {
        var text = new String(sent(notice).content().toByteArray(), ISO_8859_1);

        assertTrue(
                text.chars().allMatch(
                        octet -> octet < 128 && (octet >= 32 || octet == '\r' || octet == '\n' || octet == '\t')),
                "7-bit text only");
        assertFalse(text.replace("\r\n", "").matches("(?s).*[\r\n].*"), "CR and LF come in pairs");
        assertTrue(text.lines().allMatch(line -> line.length() <= 998), "RFC 5322 section 2.1.1");
        var header = text.substring(0, text.indexOf("\r\n\r\n"));
        assertTrue(header.lines().allMatch(line -> line.length() <= 78), header);
    }

    @ParameterizedTest
    @MethodSource("everyNotice")
    void headerSaysFromWhomToWhomAndThatAMachineWroteIt(Notice notice) throws Exception {
        var mail = sent(notice);
        var header = parsed(mail);

        assertEquals(EmailAddress.of("news-bounces@lists.example.org"), mail.envelopeSender());
        assertEquals(notice.recipient(), mail.recipient());
        assertArrayEquals(
                new InternetAddress[]{
                        new InternetAddress("news@lists.example.org", notice.list().profile().name(), "UTF-8")},
                header.getFrom());
        assertEquals(notice.list().profile().name(), ((InternetAddress) header.getFrom()[0]).getPersonal());
        assertEquals("news-owner@lists.example.org", field(header, "Reply-To"));
        assertEquals(notice.recipient().ascii(), field(header, "To"));
        assertEquals("Fri, 6 Mar 2026 08:30:00 +0000", field(header, "Date"));
        assertTrue(field(header, "Message-ID").matches("<[0-9a-f-]{36}@lists\\.example\\.org>"));
        assertTrue(field(header, "List-Id").endsWith(" <news.lists.example.org>"), field(header, "List-Id"));
        assertEquals(notice instanceof PostNotice.PostRejected ? "auto-replied" : "auto-generated",
                field(header, "Auto-Submitted"));
        assertEquals("All", field(header, "X-Auto-Response-Suppress"));
        assertEquals("1.0", field(header, "MIME-Version"));
    }

    @ParameterizedTest
    @MethodSource("everyNotice")
    void bothPartsArriveAsWritten(Notice notice) throws Exception {
        var parts = parts(parsed(sent(notice)));

        assertTrue(parts.getFirst().contains(notice.list().profile().name().substring(0, 5)));
        assertTrue(parts.getLast().startsWith("<!DOCTYPE html>"));
        assertFalse(parts.toString().contains("{{"));
    }

    @Test
    void confirmationHoldsItsLinksInBothPartsAndNothingThatWasTyped() throws Exception {
        var header = parsed(sent(confirmation(LIST)));

        for (var part : parts(header)) {
            assertTrue(part.contains(CONFIRM.toString()) && part.contains(WITHDRAW.toString()), part);
            assertFalse(part.contains("Anna") || part.contains("example.org\">Anna"), part);
            assertTrue(part.contains("24 hours"));
        }
        assertEquals("Please confirm: Chess Club News", header.getSubject());
        assertEquals("\"Chess Club News\" <news.lists.example.org>", field(header, "List-Id"));
        assertNull(header.getHeader("List-Unsubscribe"));
    }

    @Test
    void germanNoticeIsInGerman() throws Exception {
        var header = parsed(sent(confirmation(GERMAN)));

        assertEquals("Bitte bestätigen: " + GERMAN.profile().name(), header.getSubject());
        assertTrue(parts(header).getFirst().contains("24 Stunden"));
    }

    @Test
    void memberIsShownTheWayOutInTheHeaderToo() throws Exception {
        assertEquals("<" + LEAVE + ">",
                field(parsed(sent(new JoinNotice.Welcome(LIST, ANNA, Locale.ENGLISH, LEAVE, LEAVE))),
                        "List-Unsubscribe"));
        assertEquals("<" + LEAVE + ">",
                field(parsed(sent(new JoinNotice.AlreadyMember(LIST, ANNA, Locale.ENGLISH, LEAVE))),
                        "List-Unsubscribe"));
    }

    @Test
    void ownerLearnsWhoJoined() throws Exception {
        var member = new Person(SampleSubscribers.aKey("0a"), ANNA, PersonName.parse("<b>Anna</b>").orElseThrow(),
                Locale.GERMAN);

        var parts = parts(parsed(sent(new OwnerNotice.MemberJoined(LIST, EmailAddress.of("owner@club.example"), member,
                false))));

        assertTrue(parts.getFirst().contains("<b>Anna</b> (" + ANNA.ascii() + ") has confirmed"), parts.getFirst());
        assertTrue(parts.getLast().contains("&lt;b&gt;Anna&lt;/b&gt;"), parts.getLast());
    }

    @Test
    void rejectionAnswersTheMailThatItIsAbout() throws Exception {
        var header = parsed(
                sent(new PostNotice.PostRejected(LIST, ANNA, "Summer party", "<1@mail.example>",
                        Reason.quoted("Too large."))));

        assertEquals("Not sent to Chess Club News: Summer party", header.getSubject());
        assertEquals("<1@mail.example>", field(header, "In-Reply-To"));
        assertEquals("<1@mail.example>", field(header, "References"));
        assertTrue(parts(header).getFirst().contains("Too large."));
    }

    @Test
    void headerOfAForeignMailCannotAddFieldsToOurs() throws Exception {
        for (var injected : List.of("\r\nBcc: x@evil.example", "\nBcc: x@evil.example", "\rBcc: x@evil.example", "\0",
                "\u2028", "\u202E")) {
            var mail = sent(
                    new PostNotice.PostRejected(LIST, ANNA, "Summer" + injected, "<1@mail.example>" + injected,
                            Reason.quoted("No.")));
            var header = parsed(mail);

            assertNull(header.getHeader("Bcc"));
            assertNull(header.getHeader("In-Reply-To"));
            assertTrue(
                    String.valueOf(header.getSubject())
                            .matches("Not sent to Chess Club News: Summer( Bcc: x@evil.example)?"),
                    header.getSubject());
        }
    }

    @Test
    void everyMailHasAnIdentifierOfItsOwn() throws Exception {
        assertNotEquals(field(parsed(sent(confirmation(LIST))), "Message-ID"),
                field(parsed(sent(confirmation(LIST))), "Message-ID"));
    }

    @Test
    void recipientWhoIsRefusedIsPassedOver() {
        outbox.answer(_ -> new SendOutcome.Refused(Reason.quoted("no such mailbox")));

        notices.send(confirmation(LIST));

        assertEquals(List.of(), outbox.accepted());
    }

    @Test
    void providerThatTakesNothingIsReportedAsSuch() {
        for (var outcome : List.of(
                new SendOutcome.Deferred(DeferralCause.DAY_SPENT, Reason.quoted("the day's quota is spent")),
                new SendOutcome.Unclear(Reason.quoted("the connection broke")))) {
            outbox.answer(_ -> outcome);

            var failure = assertThrows(UnavailableException.class, () -> notices.send(confirmation(LIST)));

            assertFalse(String.valueOf(failure.getMessage()).contains("@"), failure.getMessage());
        }
    }
}
