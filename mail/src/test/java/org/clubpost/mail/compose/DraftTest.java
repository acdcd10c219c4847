package org.clubpost.mail.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.SendAt;
import org.clubpost.mail.verdict.Sender;
import org.clubpost.mail.view.MailView;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Instant NOW = Instant.parse("2026-11-29T17:00:00Z");
    private static final EmailAddress OLGA = EmailAddress.of("olga@club.example");
    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of(OLGA));

    private static Draft draft(Optional<String> html, List<Draft.File> files, Optional<OffsetDateTime> at) {
        return new Draft(new Draft.Writer("Olga Öwner", OLGA), LIST.address(), "Grüße an alle",
                new Draft.Words("Line one\nÄnd two, " + "long ".repeat(400), html), files, at);
    }

    private static Incoming received(Draft draft) {
        var vouched = KnownWriter.vouched(draft.mail("written-1", NOW), OLGA, draft.to(), "1", NOW);
        return Incoming.read(PostId.of(NOW, MailKey.inbound(LIST.id(), "written-1")), LIST,
                Octets.of(vouched.toByteArray()));
    }

    @Test
    void whatIsWrittenComesInAsAMailOfAProvenAuthor() {
        var mail = received(draft(Optional.empty(), List.of(), Optional.empty()));

        assertEquals(new Sender.Proven(OLGA), mail.sender());
        assertEquals(Optional.of(LIST.address()), mail.block().recipient());
        assertEquals("<written-1@lists.example.org>", mail.field("Message-ID"));
        assertTrue(MailView.of(mail.mail()).text().startsWith("Line one\nÄnd two"));
        assertEquals("Grüße an alle", MailView.of(mail.mail()).field("Subject"));
        assertEquals(new SendAt.Unsaid(), SendAt.of(mail));
    }

    @Test
    void textFileAndTimeGoAlong() {
        var file = new Draft.File("Flyer – 2.pdf", "hello".getBytes(UTF_8));
        var at = OffsetDateTime.parse("2026-11-30T08:00:00+01:00");
        var mail = received(draft(Optional.of("<p>Änd two</p>"), List.of(file), Optional.of(at)));
        var view = MailView.of(mail.mail());

        assertEquals(new SendAt.At(at.toInstant()), SendAt.of(mail));
        assertTrue(view.page().orElseThrow().contains("<p>Änd two</p>"));
        assertEquals("Flyer – 2.pdf", view.files().getFirst().name());
        assertArrayEquals("hello".getBytes(UTF_8), view.file(0).orElseThrow());
    }

    @Test
    void idIsThatOfTheVeryWords() {
        var at = Optional.of(OffsetDateTime.parse("2026-11-30T08:00:00+01:00"));
        var file = List.of(new Draft.File("a", "hello".getBytes(UTF_8)));
        var other = List.of(new Draft.File("a", "hullo".getBytes(UTF_8)));
        var ids = Stream.of(draft(Optional.empty(), List.of(), Optional.empty()),
                draft(Optional.of("<p>x</p>"), List.of(), Optional.empty()),
                draft(Optional.empty(), List.of(), at), draft(Optional.empty(), file, Optional.empty()),
                draft(Optional.empty(), other, Optional.empty())).map(draft -> draft.id("1")).toList();

        assertEquals(5, Set.copyOf(ids).size(), "whoever edits and sends again writes over nothing");
        assertEquals(ids.getFirst(), draft(Optional.empty(), List.of(), Optional.empty()).id("1"));
        assertNotEquals(ids.getFirst(), draft(Optional.empty(), List.of(), Optional.empty()).id("2"));
        assertTrue(ids.getFirst().matches("[0-9a-f]{32}"));
    }

    @Test
    void whoVouchesForOneDoesNotForAnother() {
        var draft = draft(Optional.empty(), List.of(), Optional.empty());
        var vouched = KnownWriter.vouched(draft.mail("written-1", NOW), EmailAddress.of("eve@else.example"),
                draft.to(), "1", NOW);

        assertEquals(new Sender.Claimed(OLGA), Incoming.read(PostId.of(NOW, MailKey.inbound(LIST.id(), "x")), LIST,
                Octets.of(vouched.toByteArray())).sender());
    }
}
