package org.clubpost.core.feedback;

import static org.clubpost.core.feedback.Club.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clubpost.core.Life;
import org.clubpost.core.Rival;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.feedback.TakeFeedback.Effect;
import org.clubpost.core.feedback.TakeFeedback.Outcome;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.owners.News;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Returned.Complaint.Kind;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;

class TakeFeedbackTest {

    private final Club club = new Club();
    private final Subscriber.Confirmed anna = club.join(club.news, ANNA);

    private Effect effect(Feedback feedback) {
        return ((Outcome.Traced) club.take(feedback)).effect();
    }

    private Stage stage() {
        return club.record(club.news.id(), ANNA).stage();
    }

    private int quarters() {
        return club.quarters(club.news.id(), ANNA);
    }

    private void day() {
        club.clock.advance(Duration.ofDays(1));
    }

    @Test
    void fivePointsAreEnough() {
        for (var day = 1; day <= 4; day++) {
            assertEquals(Effect.REMEMBERED, effect(club.gone(club.news, ANNA)));
            assertEquals(day * Point.FULL, quarters());
            day();
        }
        assertEquals(List.of(), club.tasks.due(Instant.MAX, 10));
        assertEquals(Effect.FOLLOWED_UP, effect(club.gone(club.news, ANNA)));
        assertEquals(new Stage.Doubted(club.now(), club.now()), stage());
        assertEquals(1, club.tasks.due(club.now(), 10).size());
        assertEquals(anna, club.find(club.news.id(), ANNA));
    }

    @Test
    void thereIsOnePointADayAndTheLargerOne() {
        club.take(club.full(club.news, ANNA));
        club.take(club.full(club.news, ANNA));
        assertEquals(Point.LITTLE, quarters());
        club.take(club.gone(club.news, ANNA));
        assertEquals(Point.FULL, quarters());
        club.take(club.full(club.news, ANNA));
        assertEquals(Point.FULL, quarters());
    }

    @Test
    void aFullMailboxTakesTwentyDaysToBeEnough() {
        for (var day = 1; day < Scoring.ENOUGH; day++) {
            club.post(club.news);
            club.take(club.full(club.news, ANNA));
            day();
        }
        assertEquals(new Stage.Counting(), stage());
        club.take(club.full(club.news, ANNA));
        assertInstanceOf(Stage.Doubted.class, stage());
    }

    @Test
    void whatSaysNothingAboutTheMemberIsNotRemembered() {
        for (var reason : BounceReason.values()) {
            switch (reason.blame()) {
                case SENDER, POST -> assertEquals(Effect.NOTHING,
                        effect(club.bounce(club.news, ANNA, Lasting.PERMANENT, reason)), reason.word());
                case ADDRESS, MAILBOX, NOBODY -> {
                    // Told of elsewhere.
                }
            }
        }
        assertEquals(Effect.NOTHING, effect(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.VACATION)));
        assertEquals(Optional.empty(), club.bounces.find(club.news.id(), anna.id()));
        assertFalse(club.counted.isEmpty(), "it counts on the post");
    }

    @Test
    void whatIsUndeterminedCountsNothing() {
        for (var reason : List.of(BounceReason.UNDEFINED, BounceReason.USER_UNKNOWN, BounceReason.MAILBOX_FULL)) {
            assertEquals(Effect.REMEMBERED, effect(club.bounce(club.news, ANNA, Lasting.UNDETERMINED, reason)));
        }
        assertEquals(0, quarters());
        assertEquals(3, club.record(club.news.id(), ANNA).history().size());
    }

    @Test
    void pointsGoWhenNothingCameBackForAWeekAndFourPosts() {
        club.take(club.gone(club.news, ANNA));
        club.clock.advance(Duration.ofDays(8));
        for (var post = 1; post <= 3; post++) {
            club.post(club.news);
            club.clock.advance(Duration.ofHours(1));
        }
        club.posts.create(SamplePosts.aPost(club.news.id(), club.now()).with(SamplePosts.held("held")));
        club.take(club.full(club.news, ANNA));
        assertEquals(Point.FULL + Point.LITTLE, quarters());
        for (var post = 1; post <= 4; post++) {
            club.post(club.news);
            club.clock.advance(Duration.ofHours(1));
        }
        club.clock.advance(Duration.ofDays(5));
        club.take(club.full(club.news, ANNA));
        assertEquals(Point.FULL + 2 * Point.LITTLE, quarters(), "within a week");
        club.clock.advance(Duration.ofDays(8));
        for (var post = 1; post <= 4; post++) {
            club.post(club.news);
            club.clock.advance(Duration.ofHours(1));
        }
        club.take(club.full(club.news, ANNA));
        assertEquals(Point.LITTLE, quarters());
    }

    @Test
    void pointsOfAMonthlyListAddUp() {
        for (var month = 1; month <= 5; month++) {
            club.post(club.news);
            club.clock.advance(Duration.ofMinutes(5));
            club.take(club.gone(club.news, ANNA));
            club.clock.advance(Duration.ofDays(30));
        }
        assertInstanceOf(Stage.Doubted.class, stage());
    }

    @Test
    void thatTheProviderSendsNothingIsEnoughAfterABounceForGood() {
        club.take(club.gone(club.news, ANNA));
        day();
        assertEquals(Effect.FOLLOWED_UP,
                effect(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED)));
        assertEquals(new Stage.Doubted(club.now(), club.now().plus(Duration.ofDays(2))), stage());
    }

    @Test
    void thatTheProviderSendsNothingIsNoEvidenceByItself() {
        for (var day = 1; day <= 10; day++) {
            club.take(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
            club.take(club.full(club.news, ANNA));
            day();
        }
        assertEquals(new Stage.Counting(), stage());
    }

    @Test
    void aPermanentBounceCountsOnAllLists() {
        club.join(club.chess, ANNA);
        club.take(club.gone(club.news, ANNA));
        club.take(club.full(club.news, ANNA));
        assertEquals(Point.FULL, club.quarters(club.chess.id(), ANNA));
        assertEquals(1, club.record(club.chess.id(), ANNA).history().size());
    }

    @Test
    void aPermanentBounceOfSomebodyWhoLeftCountsWhereTheyAreStillMembers() {
        var stored = club.subscribers.find(club.news.id(), anna.id()).orElseThrow();
        club.subscribers.replace(stored, Subscriber.Left.of(anna, club.now(), LeaveWay.PAGE));
        club.join(club.chess, ANNA);
        assertEquals(Effect.NOTHING, effect(club.gone(club.news, ANNA)));
        assertEquals(Point.FULL, club.quarters(club.chess.id(), ANNA));
        assertEquals(Optional.empty(), club.bounces.find(club.news.id(), anna.id()));
    }

    @Test
    void ourOwnAddressesAreNeverScored() {
        for (var role : ListRole.values()) {
            var own = club.chess.address(role).written();
            club.join(club.news, own);
            assertEquals(Effect.NOTHING, effect(club.gone(club.news, own)));
        }
        club.join(club.news, club.chess.address().written());
        assertEquals(Effect.NOTHING, effect(club.gone(club.news, club.chess.address().written())));
    }

    @Test
    void aMailIsFoundByItsId() {
        var sent = new Trace.Sent("0102@eu-west-1.amazonses.com");
        var feedback = new Feedback("one", sent,
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", club.now()));
        assertEquals(new Outcome.Later(), club.take(feedback));
        var post = club.post(club.news);
        club.sentIds.remember(List.of(new SentId(sent.id(), "post@anna.example",
                Optional.of(new SentId.Copy(club.news.id(), post, anna.id())))), club.now());
        assertEquals(new Outcome.Traced(new Trace.Marked(club.news.id(), Optional.of(post), anna.id(), Purpose.COPY),
                Effect.REMEMBERED), club.take(feedback));
    }

    @Test
    void aMailThatStaysUnknownMovesNobody() {
        var feedback = new Feedback("one", new Trace.Sent("nobody@eu-west-1.amazonses.com"),
                new Returned.Complaint(Kind.ABUSE, club.now().minus(Duration.ofHours(2))));
        assertEquals(new Outcome.Untraced(), club.take(feedback));
        assertEquals(new Outcome.Untraced(),
                club.take(club.gone(SampleLists.aList("other"), ANNA)));
        assertEquals(List.of(), club.counted);
    }

    @Test
    void theOldAddressOfAMemberWhoMovedIsNotTheMembers() {
        var stored = club.subscribers.find(club.news.id(), anna.id()).orElseThrow();
        var there = SampleSubscribers.aMember(club.news.id(), "new@mail.example").person();
        var moved = anna.at(there, new Move(anna.id(), club.now()), Optional.empty());
        assertTrue(club.subscribers.move(stored, Optional.empty(), moved));

        assertEquals(Effect.NOTHING, effect(club.gone(club.news, ANNA)));
        assertEquals(Optional.empty(), club.bounces.find(club.news.id(), there.id()));
        assertEquals(Effect.STOPPED, effect(club.complaint(club.news, ANNA, Kind.ABUSE)));
        assertInstanceOf(Subscriber.Suppressed.class, club.find(club.news.id(), "new@mail.example"));
    }

    @Test
    void aComplaintStopsTheMailAtOnce() {
        assertEquals(Effect.STOPPED, effect(club.complaint(club.news, ANNA, Kind.OTHER)));
        var stopped = assertInstanceOf(Subscriber.Suppressed.class, club.find(club.news.id(), ANNA));
        assertEquals(new Stopped.Complaint(), stopped.why());
        assertEquals(anna, stopped.asBefore());
        assertEquals(List.of(News.Kind.COMPLAINED), club.told());
        club.pass(Duration.ofDays(60));
        assertEquals(List.of(), club.notices.sent());
        assertEquals(stopped, club.find(club.news.id(), ANNA));
    }

    @Test
    void thatItIsNoSpamStopsNothing() {
        assertEquals(Effect.REMEMBERED, effect(club.complaint(club.news, ANNA, Kind.NOT_SPAM)));
        assertEquals(anna, club.find(club.news.id(), ANNA));
        assertEquals(List.of(), club.told());
    }

    @Test
    void aComplaintToldAgainDoesNotStopANewMembership() {
        var complaint = club.complaint(club.news, ANNA, Kind.ABUSE);
        club.take(complaint);
        var stored = club.subscribers.find(club.news.id(), anna.id()).orElseThrow();
        club.subscribers.replace(stored, anna);
        assertEquals(Effect.BEFORE, effect(complaint));
        assertEquals(anna, club.find(club.news.id(), ANNA));
    }

    private Effect complainWhile(Runnable meanwhile) {
        return ((Outcome.Traced) club.taking(new Rival("replace", meanwhile))
                .take(club.complaint(club.news, ANNA, Kind.ABUSE))).effect();
    }

    @Test
    void whoIsNoMemberAnyMoreAtTheLastMomentIsNotStopped() {
        var origin = SampleSubscribers.ORIGIN;
        for (var since : List.of(Subscriber.Left.of(anna, club.now(), LeaveWay.PAGE),
                SampleSubscribers.aPending(club.news.id(), ANNA),
                new Subscriber.Applied(club.news.id(), anna.person(), new Consent.DoubleOptIn("/", "ab", origin, origin,
                        SampleSubscribers.aDigest('1')), new Subscriber.Pending.Past.Stranger()))) {
            club.change(anna);

            assertEquals(Effect.REMEMBERED, complainWhile(() -> club.change(since)));

            assertEquals(since, club.find(club.news.id(), ANNA));
            assertEquals(List.of(), club.told());
        }
    }

    @Test
    void whoeverChangesTheMemberMeanwhileDoesNotLoseTheComplaint() {
        assertEquals(Effect.STOPPED, complainWhile(() -> club.change(anna.with(Locale.GERMAN))));

        var stopped = assertInstanceOf(Subscriber.Suppressed.class, club.find(club.news.id(), ANNA));
        assertEquals(Locale.GERMAN, stopped.person().language());
        assertEquals(List.of(News.Kind.COMPLAINED), club.told());
    }

    @Test
    void twoThatComeBackAtOnceAreBothRemembered() {
        var second = club.full(club.news, ANNA);

        assertInstanceOf(Outcome.Traced.class,
                club.takingWhile(() -> club.take(second)).take(club.gone(club.news, ANNA)));

        assertEquals(2, club.record(club.news.id(), ANNA).history().size());
        assertEquals(Point.FULL, quarters(), "one point a day");
    }

    @Test
    void secondComplaintIsNoNews() {
        assertEquals(Effect.STOPPED, effect(club.complaint(club.news, ANNA, Kind.ABUSE)));
        var stopped = club.find(club.news.id(), ANNA);
        day();

        assertEquals(Effect.STOPPED, effect(club.complaint(club.news, ANNA, Kind.ABUSE)));

        assertEquals(stopped, club.find(club.news.id(), ANNA));
        assertEquals(List.of(News.Kind.COMPLAINED), club.told());
    }

    @Test
    void aComplaintOfSomebodyWhoLeftIsNothing() {
        assertEquals(Effect.NOTHING, effect(club.complaint(club.news, "nobody@mail.example", Kind.ABUSE)));
        var request = SampleSubscribers.aPending(club.news.id(), "asks@mail.example");
        club.subscribers.create(request);
        assertEquals(Effect.NOTHING, effect(club.complaint(club.news, "asks@mail.example", Kind.ABUSE)));
    }

    @Test
    void whoeverComplainsAfterTheMailStoppedIsRemindedNoMore() {
        var stored = club.subscribers.find(club.news.id(), anna.id()).orElseThrow();
        club.subscribers.replace(stored, Subscriber.Suppressed.of(anna, club.now(),
                new Stopped.Bouncing(BounceReason.MAILBOX_FULL)));
        assertEquals(Effect.STOPPED, effect(club.complaint(club.news, ANNA, Kind.ABUSE)));
        assertEquals(Effect.STOPPED, effect(club.complaint(club.news, ANNA, Kind.ABUSE)));
        var stopped = (Subscriber.Suppressed) club.find(club.news.id(), ANNA);
        assertEquals(new Stopped.Complaint(), stopped.why());
        assertEquals(anna, stopped.asBefore());
    }

    @Test
    void theFutureIsNow() {
        club.take(club.bounce(club.news, ANNA, Purpose.COPY, new Returned.Bounce(Lasting.PERMANENT,
                BounceReason.USER_UNKNOWN, "rubbish\n", club.now().plus(Duration.ofDays(400)))));
        var only = club.record(club.news.id(), ANNA).history().getFirst();
        assertEquals(new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "", club.now()), only.what());
    }

    @Test
    void theOrderInWhichItIsToldIsNoMatterNorHowOften() {
        var all = new ArrayList<Feedback>();
        for (var day = 1; day <= 3; day++) {
            all.add(club.full(club.news, ANNA));
            all.add(club.gone(club.news, ANNA));
            all.add(club.bounce(club.news, ANNA, Lasting.UNDETERMINED, BounceReason.UNDEFINED));
            day();
        }
        all.add(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
        all.addAll(List.copyOf(all));
        var ends = new HashSet<Set<Object>>();
        for (var seed = 0; seed < 50; seed++) {
            var other = new Club();
            other.join(other.news, ANNA);
            other.clock.set(club.now());
            Collections.shuffle(all, new Random(seed));
            all.forEach(other::take);
            var record = other.record(other.news.id(), ANNA);
            ends.add(Set.of(record.stage(), Set.copyOf(record.history())));
        }
        assertEquals(1, ends.size());
    }

    @Test
    void whereverItDiesItIsDoneWhenItIsToldAgain() {
        for (var last = 1; last <= 12; last++) {
            for (var effect : List.of(true, false)) {
                var dying = new Club();
                dying.join(dying.news, ANNA);
                dying.join(dying.chess, ANNA);
                dying.take(dying.gone(dying.news, ANNA));
                dying.clock.advance(Duration.ofDays(1));
                var again = List.of(dying.bounce(dying.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED),
                        dying.gone(dying.news, ANNA), dying.complaint(dying.chess, ANNA, Kind.ABUSE));
                var life = new Life(last, effect);
                again.forEach(each -> {
                    if (!life.isOver()) {
                        try {
                            dying.taking(life).take(each);
                        } catch (Life.Ended _) {
                            // It is told again.
                        }
                    }
                });
                again.forEach(dying::take);
                var record = dying.record(dying.news.id(), ANNA);
                assertInstanceOf(Stage.Doubted.class, record.stage());
                assertEquals(3, record.history().size());
                assertEquals(1, dying.tasks.due(Instant.MAX, 10).stream()
                        .filter(task -> task.list().equals(dying.news.id())).count());
                assertInstanceOf(Subscriber.Suppressed.class, dying.find(dying.chess.id(), ANNA));
                assertTrue(dying.told().contains(News.Kind.COMPLAINED));
            }
        }
    }
}
