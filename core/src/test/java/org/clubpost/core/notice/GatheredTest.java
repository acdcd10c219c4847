package org.clubpost.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.Audience;
import org.clubpost.core.notice.Gathered.Content;
import org.clubpost.core.notice.Gathered.Mail;
import org.clubpost.core.notice.Gathered.Waiting;
import org.clubpost.core.post.Post;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** What a gathered letter tells. */
final class GatheredTest {

    private static final Mail MAIL = new Mail(FixedClock.START,
            new ForwardedMail("Sam", "Chess sets", MailContent.of(new byte[]{1})));
    private static final Waiting WAITING = new Waiting(MAIL, Reason.of(Reason.Cause.SPAM), Audience.everyone(),
            URI.create("https://a.example"), URI.create("https://b.example"), FixedClock.START);

    @Test
    void itIsEmptyOnlyWhenNothingHappened() {
        assertTrue(new Content(List.of(), List.of(), List.of(), List.of(), List.of()).isEmpty());
        assertFalse(new Content(List.of(SampleSubscribers.aPerson("a@example.org")), List.of(), List.of(), List.of(),
                List.of()).isEmpty());
        assertFalse(new Content(List.of(), List.of(WAITING), List.of(), List.of(), List.of()).isEmpty());
        assertFalse(new Content(List.of(), List.of(), List.of(WAITING), List.of(), List.of()).isEmpty());
        assertFalse(new Content(List.of(), List.of(), List.of(), List.of(MAIL), List.of()).isEmpty());
        assertFalse(new Content(List.of(), List.of(), List.of(), List.of(),
                List.of(new Post.Headline("Sam", "x", 1))).isEmpty());
    }

    @Test
    void whoLeftOrAskedOrWhoseMailCameBackIsSomethingToTell() {
        var anna = SampleSubscribers.aPerson("a@example.org");

        assertFalse(new Content(List.of(), List.of(new Gathered.Leaver(anna, Optional.empty())), List.of(), List.of(),
                List.of(), List.of(), List.of()).isEmpty());
        assertFalse(new Content(List.of(), List.of(), List.of(new Gathered.Applicant(anna, FixedClock.START,
                WAITING.send(), WAITING.refuse())), List.of(), List.of(), List.of(), List.of()).isEmpty());
        assertFalse(new Content(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Gathered.Fate(anna, Gathered.Fate.What.STOPPED, Optional.empty()))).isEmpty());
    }

    @Test
    void aMailWithoutRoomKeepsItsWords() {
        assertTrue(MAIL.mail().isAttached());
        assertEquals("Chess sets", MAIL.mail().unseen().subject());
        assertFalse(MAIL.mail().unseen().isAttached());
    }
}
