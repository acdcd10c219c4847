package org.clubpost.notices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.OwnerNotice.CommandsDone.Line;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.post.Post;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers to commands, and the mails that they cause. */
class CommandsLetterTest {

    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    private static final EmailAddress ANNA = EmailAddress.of("anna@example.org");
    private static final URI LINK = URI.create("https://lists.example.org/confirm?token=AQecret");
    private static final Optional<EntryId> UNDO = Optional.of(new EntryId("01a2278403fcbd847156"));

    private final CollectingOutbox outbox = new CollectingOutbox();
    private final CommonsEmailNotices notices = new CommonsEmailNotices(outbox, new FixedClock(), new Random(1));

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    private static MailingList in(Locale language) {
        var list = SampleLists.aList();
        return list.with(list.profile().withLanguage(language));
    }

    private MimeMessage sent(Notice notice) throws Exception {
        notices.send(notice);
        return new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(outbox.accepted().getLast().content().toByteArray()));
    }

    private static String text(MimeMessage mail) throws Exception {
        var content = (MimeMultipart) mail.getContent();
        var words = content.getBodyPart(0).isMimeType("multipart/alternative")
                ? (MimeMultipart) content.getBodyPart(0).getContent()
                : content;
        return ((String) words.getBodyPart(0).getContent()).replaceAll("\\s+", " ");
    }

    private static OwnerNotice.CommandsDone done(MailingList list, CommandResult... results) {
        return new OwnerNotice.CommandsDone(list, OWNER, "Commands", "<1@club.example>",
                Stream.of(results).map(result -> new Line("the line", result)).toList());
    }

    private static CommandResult.HeldMail held() {
        return new CommandResult.HeldMail("4f2a9c01", new Post.Headline("Sam <sam@else.example>", "Chess sets", 12),
                Reason.of(Reason.Cause.MAY_NOT_POST), FixedClock.START.plus(Duration.ofDays(14)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyResultHasItsWords(Locale language) throws Exception {
        var words = Stream.of(Word.values())
                .map(word -> new Told(word, word == Word.TOO_LONG ? "3" : "anna@example.org", UNDO));
        var others = Stream.of(new CommandResult.Paused("anna@example.org", LocalDate.of(2027, 1, 31), UNDO),
                new CommandResult.CannotBeSent("4f2a9c01", Reason.of(Reason.Cause.REFUSED_FILE, "run.exe")),
                new CommandResult.Unfitting("remove ADDRESS"), new CommandResult.Members(1, List.of()),
                new CommandResult.Members(2, List.of(SampleSubscribers.aPerson("anna@example.org"))),
                new CommandResult.HeldMails(List.of(), false), new CommandResult.HeldMails(List.of(held()), false),
                new CommandResult.HeldMails(List.of(held()), true),
                new CommandResult.Help(Stream.of("add", "invite", "remove", "pause", "resume", "list", "held", "send",
                        "refuse", "undo", "help").map(name -> new CommandResult.Explained(name, name)).toList()));

        var text = text(sent(done(in(language), Stream.concat(words, others).toArray(CommandResult[]::new))));

        assertFalse(text.contains("{"), text);
        assertTrue(text.contains("undo 01a2278403fcbd847156") && text.contains("4f2a9c01"), text);
    }

    @Test
    void answerShowsEachLineAndWhatBecameOfIt() throws Exception {
        var mail = sent(new OwnerNotice.CommandsDone(SampleLists.aList(), OWNER, "Commands", "<1@club.example>",
                List.of(new Line("add anna@example.org: asked", new Told(Word.ADDED, "anna@example.org", UNDO)))));

        assertEquals("auto-replied", mail.getHeader("Auto-Submitted")[0]);
        assertEquals("<1@club.example>", mail.getHeader("In-Reply-To")[0]);
        assertTrue(mail.getReplyTo()[0].toString().endsWith("-admin@lists.example.org>"),
                mail.getReplyTo()[0].toString());
        assertTrue(
                text(mail).contains("add anna@example.org: asked anna@example.org is on the list now, and gets a mail"
                        + " that says so. To undo it: undo 01a2278403fcbd847156"),
                text(mail));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void invitationSaysWhoInvites(Locale language) throws Exception {
        var invitation = new JoinNotice.Invitation(
                new JoinNotice.ConfirmationRequest(in(language), ANNA, language, LINK, LINK,
                        Duration.ofDays(3)),
                new Actor.Owner(OWNER));

        var text = text(sent(invitation));

        assertTrue(text.contains("owner@club.example") && text.contains(LINK.toString()), text);
        var words = notices.words(invitation).orElseThrow().words();
        assertTrue(words.contains("owner@club.example") && !words.contains("AQecret"), words);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void invitationOfTheOperatorNamesNobody(Locale language) throws Exception {
        var text = text(sent(new JoinNotice.Invitation(
                new JoinNotice.ConfirmationRequest(in(language), ANNA, language, LINK, LINK, Duration.ofDays(3)),
                new Actor.Operator())));

        assertTrue(!text.contains("nobody") && !text.contains("owner@club.example")
                && text.contains(in(language).profile().name()), text);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void ownersAreToldOfCommandsThatNothingProves(Locale language) throws Exception {
        for (var octets : List.of("Subject: list\r\n\r\nlist\r\n", "")) {
            var mail = sent(new OwnerNotice.CommandsUnproven(in(language), OWNER, new ForwardedMail("Olga", "list",
                    MailContent.of(octets.getBytes(ISO_8859_1))), false));

            assertTrue(text(mail).contains("Olga") && text(mail).contains("DMARC"), text(mail));
        }
    }
}
