package org.clubpost.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.notice.PostNotice.PostReport.Kind;
import org.clubpost.core.notice.PostNotice.PostReport.Reader;
import org.clubpost.core.notice.PostNotice.PostReport.Result;
import org.clubpost.core.notice.PostNotice.PostReport.Shortfall;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What authors and owners are told of a post on its way. */
class PostNoticesTest {

    private static final EmailAddress AUTHOR = EmailAddress.of("author@club.example");
    private static final MailingList LIST = SampleLists.aList();
    private static final Instant UNTIL = Instant.parse("2026-03-07T07:30:00Z");
    private static final Result ALL = new Result.Done(120, Duration.ofSeconds(95), List.of());
    private static final Result SOME = new Result.Done(117, Duration.ofMinutes(150),
            List.of(new Shortfall(Kind.REFUSED, Reason.quoted("no such mailbox: ann@club.example"), 2),
                    new Shortfall(Kind.MAYBE_SENT, Reason.quoted("no answer"), 1),
                    new Shortfall(Kind.GIVEN_UP, Reason.of(Reason.Cause.OTHERS), 3)));
    private static final Result STOPPED = new Result.Stopped(UNTIL, 40, List.of());
    private static final Result STOPPED_WITH_FAILURES = new Result.Stopped(UNTIL, 40,
            List.of(new Shortfall(Kind.CUT_SHORT, Reason.quoted("mailbox full"), 2),
                    new Shortfall(Kind.REFUSED, Reason.quoted("no such mailbox"), 1)));
    private static final Result NOT_SENT = new Result.NotSent(UNTIL);

    private final CollectingOutbox outbox = new CollectingOutbox();
    private final CommonsEmailNotices notices = new CommonsEmailNotices(outbox, new FixedClock(),
            new Random(3));

    private MimeMessage sent(Notice notice) throws Exception {
        notices.send(notice);
        return new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(outbox.accepted().getLast().content().toByteArray()));
    }

    /** The plain text, on one line. */
    private static String text(MimeMessage mail) throws Exception {
        var words = (MimeMultipart) mail.getContent();
        return ((String) words.getBodyPart(0).getContent()).replaceAll("\\s+", " ");
    }

    private static Notice report(Reader reader, Locale language, Result result) {
        return new PostNotice.PostReport(LIST, AUTHOR, language, reader, "Summer party", result);
    }

    private static void assertHas(String text, String... parts) {
        for (var part : parts) {
            assertTrue(text.contains(part), () -> "\"" + part + "\" is not in: " + text);
        }
        assertFalse(text.contains("{{"), text);
    }

    @Test
    void authorHearsThatEverybodyGotIt() throws Exception {
        var mail = sent(report(Reader.AUTHOR, Locale.ENGLISH, ALL));

        assertEquals("Sent to Chess Club News: Summer party", mail.getSubject());
        assertHas(text(mail), "Your mail “Summer party” has gone out to ",
                "Sent: 120. Failed: none. It took 95 seconds.");
    }

    @Test
    void authorHearsHowManyDidNotGetItAndWhyButNotWho() throws Exception {
        var mail = sent(report(Reader.AUTHOR, Locale.ENGLISH, SOME));

        assertEquals("Sent to Chess Club News, but not to all: Summer party", mail.getSubject());
        assertHas(text(mail), "Sent: 117. Failed: 6. It took 2 hours.", "2 refused for good: no such mailbox: …",
                "1 perhaps sent, nobody knows: no answer", "3 put off again and again, and given up: other reasons",
                "Those who run the list can see who did not get it");
        assertFalse(text(mail).contains("ann@"));
    }

    @Test
    void ownerHearsWhatToDoAboutIt() throws Exception {
        var mail = sent(report(Reader.OWNER, Locale.ENGLISH, SOME));

        assertEquals("Sent to Chess Club News, but not to all: Summer party", mail.getSubject());
        assertHas(text(mail), "“Summer party” has gone out to ", "“clubpost posts retry”");
        assertHas(text(sent(report(Reader.OWNER, Locale.ENGLISH, ALL))), "Failed: none.");
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void reportsAreInTheReadersLanguage(Reader reader) throws Exception {
        assertEquals("An Chess Club News verschickt: Summer party",
                sent(report(reader, Locale.GERMAN, ALL)).getSubject());
        assertHas(text(sent(report(reader, Locale.GERMAN, ALL))), "Verschickt: 120. Fehlgeschlagen: keine.");
        assertHas(text(sent(report(reader, Locale.GERMAN, SOME))), "Fehlgeschlagen: 6.",
                "2 endgültig abgelehnt: no such mailbox: …", "3 immer wieder vertröstet und aufgegeben: andere Gründe");
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void reasonsAreInTheReadersLanguage(Reader reader) throws Exception {
        var failed = new Result.Done(9, Duration.ofMinutes(3),
                List.of(new Shortfall(Kind.REFUSED, Reason.of(Reason.Cause.MAILBOX_REFUSED), 2),
                        new Shortfall(Kind.GIVEN_UP, Reason.of(Reason.Cause.RELAY_RECIPIENT_LATER, "450 4.2.2"), 1)));

        assertHas(text(sent(report(reader, Locale.GERMAN, failed))),
                "2 endgültig abgelehnt: das Postfach nimmt für diese Adresse nichts an",
                "der Mailserver hat den Empfänger vorläufig abgelehnt, mit 450 4.2.2");
        assertHas(text(sent(report(reader, Locale.ENGLISH, failed))),
                "2 refused for good: the mailbox takes nothing for this address",
                "the mail server refused the recipient for now with 450 4.2.2");
    }

    @Test
    void germanOwnerOfAStuckPostReadsWhyInGerman() throws Exception {
        var german = LIST.with(new Profile("Nachrichten", "", Locale.GERMAN));

        assertHas(text(sent(new PostNotice.PostStuck(german, AUTHOR, "Sommerfest", "0195abcdef01234567890123",
                PostNotice.PostStuck.Cause.FAULT, Reason.of(Reason.Cause.FAILED_AGAIN), UNTIL))),
                "geht nicht weiter: ein Teil des Beitrags ist immer wieder fehlgeschlagen.");
    }

    @Test
    void authorOfAStoppedPostHearsHowFarItHadCome() throws Exception {
        var mail = sent(report(Reader.AUTHOR, Locale.ENGLISH, STOPPED));

        assertEquals("Stopped for Chess Club News: Summer party", mail.getSubject());
        assertHas(text(mail), "Your mail “Summer party” to ", "was stopped on March 7, 2026", "7:30",
                "Members who have it keep it; nobody else gets it.", "Sent: 40. Failed: none.", "may not be counted",
                "send it once more as a new mail");
        assertHas(text(sent(report(Reader.AUTHOR, Locale.ENGLISH, STOPPED_WITH_FAILURES))), "Sent: 40. Failed: 3.",
                "2 tried without success, and not tried again: mailbox full", "1 refused for good: no such mailbox");
    }

    @Test
    void ownerHearsOfAStoppedPost() throws Exception {
        assertHas(text(sent(report(Reader.OWNER, Locale.ENGLISH, STOPPED))),
                "“Summer party” was stopped on March 7, 2026", "Sent: 40. Failed: none.",
                "its author has to send it once more");
        assertHas(text(sent(report(Reader.OWNER, Locale.ENGLISH, STOPPED_WITH_FAILURES))), "Sent: 40. Failed: 3.",
                "“clubpost posts show” lists who did not get it");
    }

    @Test
    void postThatWasTakenBackIsSaidToHaveReachedNobody() throws Exception {
        var mail = sent(report(Reader.AUTHOR, Locale.ENGLISH, NOT_SENT));

        assertEquals("Not sent to Chess Club News: Summer party", mail.getSubject());
        assertHas(text(mail), "was taken back on March 7, 2026", "nobody has got it, and nobody will",
                "send it once more as a new mail");
        assertHas(text(sent(report(Reader.OWNER, Locale.ENGLISH, NOT_SENT))), "nobody has got it, and nobody will",
                "its author has to send it once more");
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void whatIsSaidOfAStoppedPostIsInTheReadersLanguage(Reader reader) throws Exception {
        assertEquals("Für Chess Club News angehalten: Summer party",
                sent(report(reader, Locale.GERMAN, STOPPED)).getSubject());
        assertHas(text(sent(report(reader, Locale.GERMAN, STOPPED))), "7. März 2026",
                "Verschickt: 40. Fehlgeschlagen: keine.");
        assertHas(text(sent(report(reader, Locale.GERMAN, STOPPED_WITH_FAILURES))), "Fehlgeschlagen: 3.",
                "2 ohne Erfolg versucht, und jetzt nicht noch einmal: mailbox full");
        assertEquals("Nicht an Chess Club News verschickt: Summer party",
                sent(report(reader, Locale.GERMAN, NOT_SENT)).getSubject());
        assertHas(text(sent(report(reader, Locale.GERMAN, NOT_SENT))), "Niemand hat sie bekommen");
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S, less than a second", "PT1S, 1 second", "PT119S, 119 seconds", "PT2M, 2 minutes",
            "PT119M, 119 minutes", "PT2H, 2 hours", "PT47H, 47 hours", "P2D, 2 days"})
    void timesAreInRoundFigures(Duration took, String words) throws Exception {
        assertHas(text(sent(report(Reader.AUTHOR, Locale.ENGLISH, new Result.Done(1, took, List.of())))),
                "It took " + words + ".");
    }

    @Test
    void authorOfAWaitingPostGetsTheWayToTakeItBack() throws Exception {
        var mail = sent(new PostNotice.PostWaiting(LIST, AUTHOR, "Summer party", UNTIL,
                URI.create("https://lists.example.org/moderate?token=AnCancel")));

        assertEquals("Goes out later to Chess Club News: Summer party", mail.getSubject());
        assertHas(text(mail), "“Summer party” goes out on ", "7:30",
                "https://lists.example.org/moderate?token=AnCancel",
                "only that button takes it back");
    }

    @Test
    void authorOfAnUndecidedPostHearsWhyAndGetsTheWayToStopIt() throws Exception {
        var mail = sent(new PostNotice.PostUndecided(LIST, AUTHOR, "Summer party",
                Reason.of(Reason.Cause.SENDER_LIMITED, "550 5.4.5"), UNTIL,
                URI.create("https://lists.example.org/moderate?token=AnCancel")));

        assertEquals("Stuck on its way to Chess Club News: Summer party", mail.getSubject());
        assertHas(text(mail), "takes no more mail from us at the moment: 550 5.4.5", "7:30",
                "https://lists.example.org/moderate?token=AnCancel");
    }

    @Test
    void ownerOfAnUndecidedPostHearsWhatToDecide() throws Exception {
        var mail = sent(new PostNotice.PostStuck(LIST, AUTHOR, "Summer party", "0195abcdef01234567890123",
                PostNotice.PostStuck.Cause.UNDECIDED, Reason.of(Reason.Cause.SENDER_LIMITED, "550 5.4.5"), UNTIL));

        assertEquals("Please decide for Chess Club News: “Summer party” does not go out", mail.getSubject());
        assertHas(text(mail), "550 5.4.5", "clubpost posts resume 0195abcdef01234567890123",
                "clubpost posts cancel 0195abcdef01234567890123", "7:30");
    }

    /** A refusal of the recipient is the end of it; one of the sender is not. */
    @Test
    void noticeThatIsRefusedForOurSakeCanBeSentAgain() {
        var notice = new PostNotice.PostWaiting(LIST, AUTHOR, "Summer party", UNTIL, URI.create("https://x.example/"));
        var reason = Reason.of(Reason.Cause.SENDER_LIMITED, "550 5.4.5");

        assertThrows(UnavailableException.class,
                () -> refusing(SendOutcome.Doubtful.Blame.SENDER, reason).send(notice));
        refusing(SendOutcome.Doubtful.Blame.UNCLEAR, reason).send(notice);
    }

    private static CommonsEmailNotices refusing(SendOutcome.Doubtful.Blame blame, Reason reason) {
        return new CommonsEmailNotices(_ -> new SendOutcome.Doubtful(blame, reason), new FixedClock(), new Random(1));
    }

    @Test
    void ownerOfAMailThatIsSetAsideHearsWhatToDo() throws Exception {
        var mail = sent(new PostNotice.PostStuck(LIST, AUTHOR, "", "0195abcdef01234567890123",
                PostNotice.PostStuck.Cause.SET_ASIDE, Reason.of(Reason.Cause.SET_ASIDE, "3"), UNTIL));

        assertHas(text(mail), "failed 3 times", "7:30", "clubpost posts show 0195abcdef01234567890123",
                "clubpost posts receive");
    }

    @ParameterizedTest
    @CsvSource({"BLOCKED, look at the account there", "FAULT, look into the log of Clubpost"})
    void ownerOfAStuckPostHearsWhatToDo(PostNotice.PostStuck.Cause cause, String advice) throws Exception {
        var mail = sent(new PostNotice.PostStuck(LIST, AUTHOR, "Summer party", "0195abcdef01234567890123", cause,
                Reason.quoted("the reason"), UNTIL));

        assertEquals("Please look at Chess Club News: “Summer party” does not go out", mail.getSubject());
        assertHas(text(mail), "the reason", advice, "Nothing is lost", "7:30", "0195abcdef01234567890123");
    }
}
