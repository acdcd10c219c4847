package org.clubpost.mail.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.text.Languages;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.Unstructured;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TryDraftTest {

    private static final Instant NOW = Instant.parse("2026-11-29T17:00:00Z");
    private static final EmailAddress OLGA = EmailAddress.of("olga@club.example");
    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of(OLGA));

    private final List<OutgoingMail> sent = new ArrayList<>();
    private SendOutcome outcome = new SendOutcome.Accepted("");
    private final Outbox outbox = mail -> {
        sent.add(mail);
        return outcome;
    };
    private final TryDraft attempt = new TryDraft(
            new ListPreparation(Mails.context(LIST).links(), new InMemorySentIds()), () -> outbox,
            URI.create("https://lists.example.org/nowhere"));

    private static Octets draft(EmailAddress author) {
        return new Draft(new Draft.Writer("Olga", author), LIST.address(), "Rehearsal",
                new Draft.Words("Tonight at eight.", Optional.empty()), List.of(), Optional.empty())
                .mail("test-1", NOW);
    }

    @Test
    void authorAloneGetsItAsMembersWouldAndItsLinksLeadNowhere() {
        assertTrue(attempt.send(LIST, draft(OLGA), (_, _) -> Locale.ENGLISH, "1", NOW));

        assertEquals(List.of(OLGA), sent.stream().map(OutgoingMail::recipient).toList());
        assertEquals(LIST.address(ListRole.BOUNCES), sent.getFirst().envelopeSender());
        var text = new String(sent.getFirst().content().toByteArray(), UTF_8);
        assertTrue(text.contains("Tonight at eight."), text);
        assertTrue(text.contains("https://lists.example.org/nowhere"), text);
    }

    private static Octets draft(String subject) {
        return new Draft(new Draft.Writer("Olga", OLGA), LIST.address(), subject,
                new Draft.Words("Tonight at eight.", Optional.empty()), List.of(), Optional.empty())
                .mail("test-1", NOW);
    }

    private Entity sent() {
        return MimeParser.parse(Octets.of(sent.getLast().content().toByteArray()));
    }

    private static String subject(Entity mail) {
        return Unstructured.of(mail.header().value("Subject").orElseThrow()).text();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void subjectBeginsWithAMarkInTheLanguageOfTheAuthorAndStaysAsItIs(Locale language) {
        var tagged = LIST.with(LIST.layout().withSubjectTag("[news %d]"));
        for (var subject : List.of("Rehearsal", "Re: [news 3] Übung für alle", "=?x", "")) {
            assertTrue(attempt.send(tagged, draft(subject), (_, _) -> language, "1", NOW));
            var post = new ListPreparation(Mails.context(LIST).links(), new InMemorySentIds())
                    .prepare(tagged, draft(subject)).render(_ -> "").toByteArray();

            assertEquals(TryDraft.mark(language) + " " + subject(MimeParser.parse(Octets.of(post))), subject(sent()));
        }
    }

    @Test
    void nothingElseTellsTheTestFromThePost() {
        assertTrue(attempt.send(LIST, draft("Rehearsal"), (_, _) -> Locale.ENGLISH, "1", NOW));
        var marked = lines(sent.getLast().content().toByteArray());
        var post = new ListPreparation(Mails.context(LIST).links(), new InMemorySentIds()).prepare(LIST,
                PostId.of(NOW, MailKey.inbound(LIST.id(), "test-1")), Audience.everyone(),
                MimeParser.parse(draft("Rehearsal"))).render(
                        value -> value == MemberValue.MEMBER_EMAIL
                                ? "olga@club.example"
                                : "https://lists.example.org/nowhere")
                .toByteArray();

        assertEquals(lines(post).stream().map(line -> line.equals("Subject: [news] Rehearsal")
                ? "Subject: [Test] [news] Rehearsal"
                : line).toList(), marked);
    }

    private static List<String> lines(byte[] mail) {
        return new String(mail, UTF_8).lines().toList();
    }

    static List<Locale> languages() {
        return Languages.ALL;
    }

    @Test
    void draftOfNobodyOfSeveralOrOfSomebodyWithoutARoleGoesToNobody() {
        assertFalse(attempt.send(LIST, draft(EmailAddress.of("eve@else.example")), (_, _) -> Locale.ENGLISH,
                "1", NOW));
        for (var from : List.of("", "From: olga@club.example, otto@club.example\r\n", "From: nobody\r\n")) {
            assertFalse(attempt.send(LIST, Octets.latin1(from + "Subject: x\r\n\r\nText.\r\n"),
                    (_, _) -> Locale.ENGLISH, "1", NOW), from);
        }

        assertEquals(List.of(), sent);
    }

    @Test
    void whatIsNotTakenIsSaid() {
        outcome = new SendOutcome.Refused(Reason.of(Reason.Cause.MAILBOX_REFUSED));

        assertFalse(attempt.send(LIST, draft(OLGA), (_, _) -> Locale.ENGLISH, "1", NOW));
    }
}
