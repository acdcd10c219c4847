package org.clubpost.mail.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.junit.jupiter.api.Test;

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
        assertTrue(attempt.send(LIST, draft(OLGA), "1", NOW));

        assertEquals(List.of(OLGA), sent.stream().map(OutgoingMail::recipient).toList());
        assertEquals(LIST.address(ListRole.BOUNCES), sent.getFirst().envelopeSender());
        var text = new String(sent.getFirst().content().toByteArray(), UTF_8);
        assertTrue(text.contains("Tonight at eight."), text);
        assertTrue(text.contains("https://lists.example.org/nowhere"), text);
    }

    @Test
    void draftOfNobodyOfSeveralOrOfSomebodyWithoutARoleGoesToNobody() {
        assertFalse(attempt.send(LIST, draft(EmailAddress.of("eve@else.example")), "1", NOW));
        for (var from : List.of("", "From: olga@club.example, otto@club.example\r\n", "From: nobody\r\n")) {
            assertFalse(attempt.send(LIST, Octets.latin1(from + "Subject: x\r\n\r\nText.\r\n"), "1", NOW), from);
        }

        assertEquals(List.of(), sent);
    }

    @Test
    void whatIsNotTakenIsSaid() {
        outcome = new SendOutcome.Refused(Reason.of(Reason.Cause.MAILBOX_REFUSED));

        assertFalse(attempt.send(LIST, draft(OLGA), "1", NOW));
    }
}
