package org.clubpost.core.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;

final class FeedbackOutboxTest {

    private static final SendOutcome REFUSED = new SendOutcome.Refused(Reason.quoted("no such mailbox"),
            Optional.of(new SendOutcome.Why(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1")));
    private static final Trace.Marked COPY = new Trace.Marked(new ListId("news"),
            Optional.of(new PostId("0190f3a1b2c3d4e5f6a7b8c9")), Club.key(Club.ANNA), Purpose.COPY);
    private static final Trace.Marked PROBE = new Trace.Marked(new ListId("news"), Optional.empty(),
            Club.key(Club.ANNA), Purpose.PROBE);

    private final FixedClock clock = new FixedClock();
    private final List<Feedback> told = new ArrayList<>();
    private SendOutcome answer = REFUSED;
    private final FeedbackOutbox outbox = new FeedbackOutbox(_ -> answer, told::add, clock);

    private SendOutcome send(Optional<Trace.Marked> mark) {
        return outbox.send(new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"),
                EmailAddress.of(Club.ANNA), MailContent.of(new byte[0]), mark));
    }

    @Test
    void refusalIsToldOnceForEachCopy() {
        assertEquals(REFUSED, send(Optional.of(COPY)));
        clock.advance(Duration.ofDays(2));
        send(Optional.of(COPY));

        assertEquals(COPY, told.getFirst().trace());
        assertEquals(new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", FixedClock.START),
                told.getFirst().what());
        assertEquals(told.getFirst().id(), told.getLast().id());
        assertTrue(told.getFirst().id().matches("[0-9a-f]{32}"));
    }

    /** Whatever call is the last one: nobody has noted that the copy was refused, so it is sent again. */
    @Test
    void refusalCountsOnceWhenTheSenderDiesAndSendsAgain() {
        for (var call = 1; call <= 6; call++) {
            for (var lastHasItsEffect : List.of(true, false)) {
                var club = new Club();
                club.join(club.news, Club.ANNA);
                var life = new Life(call, lastHasItsEffect);
                try {
                    sendOnceMore(club, life);
                } catch (Life.Ended killed) {
                    assertTrue(life.isOver());
                }
                sendOnceMore(club, Life.eternal());
                sendOnceMore(club, Life.eternal());

                assertEquals(Point.FULL, club.quarters(club.news.id(), Club.ANNA));
                assertEquals(1, club.record(club.news.id(), Club.ANNA).history().size());
            }
        }
    }

    private static void sendOnceMore(Club club, Life life) {
        new FeedbackOutbox(_ -> REFUSED, club.taking(life)::take, club.clock)
                .send(new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"), EmailAddress.of(Club.ANNA),
                        MailContent.of(new byte[0]), Optional.of(COPY)));
    }

    @Test
    void mailsOfOurOwnAreToldApartByTheDay() {
        send(Optional.of(PROBE));
        clock.advance(Duration.ofDays(1));
        send(Optional.of(PROBE));

        assertNotEquals(told.getFirst().id(), told.getLast().id());
    }

    @Test
    void nothingElseIsTold() {
        send(Optional.empty());
        answer = new SendOutcome.Refused(Reason.quoted("too large"));
        send(Optional.of(COPY));
        answer = new SendOutcome.Accepted("");
        assertEquals(answer, send(Optional.of(COPY)));

        assertEquals(List.of(), told);
    }

    @Test
    void itIsLikeTheWayOutThatItStandsBefore() {
        var keeping = new FeedbackOutbox(new Outbox() {

            @Override
            public SendOutcome send(OutgoingMail mail) {
                return REFUSED;
            }

            @Override
            public long largest() {
                return 7;
            }

            @Override
            public boolean keepsMessageIds() {
                return true;
            }
        }, told::add, clock);

        assertEquals(7, keeping.largest());
        assertTrue(keeping.keepsMessageIds());
    }

    @Test
    void complaintsAndBouncesAreToldApart() {
        var bounce = new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "", FixedClock.START);
        var complaint = new Returned.Complaint(Returned.Complaint.Kind.ABUSE, FixedClock.START);

        assertNotEquals(FeedbackId.of(COPY, bounce, ""), FeedbackId.of(COPY, complaint, ""));
        assertEquals(FeedbackId.of(COPY, bounce, "1"), FeedbackId.of(COPY, bounce, "2"));
        assertNotEquals(FeedbackId.of(PROBE, bounce, "1"), FeedbackId.of(PROBE, bounce, "2"));
    }
}
