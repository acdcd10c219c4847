package org.clubpost.core.delivery;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.Deliver.Outcome;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those whose first copy did not simply go out. */
final class SecondChancesTest {

    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("");
    private static final SendOutcome LATER = new SendOutcome.Later(Reason.quoted("mailbox full"));
    private static final SendOutcome UNCLEAR = new SendOutcome.Unclear(Reason.quoted("the connection broke"));
    private static final int SECOND = RangeRef.SECOND_CHANCES;

    private static void answer(Delivery delivery, Map<Subscriber.Confirmed, List<SendOutcome>> answers) {
        var left = new HashMap<EmailAddress, List<SendOutcome>>();
        answers.forEach((member, outcomes) -> left.put(member.person().address(), new ArrayList<>(outcomes)));
        delivery.outbox.answer(mail -> {
            synchronized (left) {
                var outcomes = left.getOrDefault(mail.recipient(), List.of());
                return outcomes.isEmpty() ? ACCEPTED : outcomes.removeFirst();
            }
        });
    }

    private static Tally done(Delivery delivery) {
        return assertInstanceOf(PostState.Done.class, delivery.state()).tally();
    }

    private static List<Failure> failures(Delivery delivery) {
        return delivery.ranges.failures(delivery.received.id()).toList();
    }

    @Test
    void whoIsPutOffGetsItLater() {
        var delivery = new Delivery(10).planned(1);
        var full = delivery.members.get(3);
        answer(delivery, Map.of(full, List.of(LATER)));

        delivery.attempt(0);
        delivery.attempt(1);

        assertInstanceOf(PostState.Sending.class, delivery.state());
        assertEquals(oneEach(delivery.membersWithout(full)), delivery.copies());
        assertEquals(List.of(new CollectingQueue.Message(delivery.ref(SECOND), Duration.ofMinutes(1))),
                delivery.queue.added());
        assertEquals(List.of(
                new Failure(full.id(), Failure.Kind.LATER, Reason.quoted("mailbox full"), 1, delivery.clock.instant())),
                failures(delivery));

        delivery.clock.advance(Duration.ofMinutes(1));
        assertEquals(new Outcome.Finished(), delivery.attempt(SECOND));

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(List.of(), failures(delivery));
        assertEquals(new Tally(10, 0), done(delivery));
    }

    /**
     * The worker that queued the message was stopped before it opened the range, and does so between the lease of this
     * one and its look at the ranges.
     */
    @Test
    void messageThatComesWhileTheRangeIsBeingOpenedIsNotTheLast() {
        var delivery = new Delivery(4).planned(0);
        answer(delivery, Map.of(delivery.members.get(3), List.of(LATER)));
        var dies = proxy(delivery, "reopen", () -> {
            throw new UnavailableException("stopped");
        });
        assertThrows(UnavailableException.class, () -> delivery.attempt(delivery.deliver(dies), 0));
        var opens = proxy(delivery, "of", () -> delivery.ranges.reopen(delivery.ref(SECOND)));
        delivery.clock.advance(Duration.ofMinutes(1));

        assertEquals(new Outcome.Finished(), delivery.attempt(delivery.deliver(opens), SECOND));
        assertEquals(2, delivery.queue.added().size());
        delivery.attempt(SECOND);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(4, 0), done(delivery));
    }

    /** The ranges, before each of whose calls of that name something happens. */
    private static Ranges proxy(Delivery delivery, String name, Runnable before) {
        return (Ranges) Proxy.newProxyInstance(Ranges.class.getClassLoader(), new Class<?>[]{Ranges.class},
                (_, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        before.run();
                    }
                    return method.invoke(delivery.ranges, arguments);
                });
    }

    @Test
    void messageThatComesTooEarlyIsHandedOn() {
        var delivery = new Delivery(4).planned(0);
        answer(delivery, Map.of(delivery.members.get(3), List.of(LATER)));
        delivery.attempt(0);
        delivery.clock.advance(Duration.ofSeconds(20));

        assertEquals(new Outcome.HandedOn(), delivery.attempt(SECOND));

        assertEquals(new CollectingQueue.Message(delivery.ref(SECOND), Duration.ofSeconds(40)),
                delivery.queue.added().getLast());
        assertEquals(3, delivery.outbox.accepted().size());
    }

    @Test
    void pausesGrowUntilTheMemberIsGivenUp() {
        var delivery = new Delivery(4).planned(0);
        var full = delivery.members.get(1);
        answer(delivery, Map.of(full, Stream.generate(() -> LATER).limit(50).toList()));
        delivery.attempt(0);
        for (var pause : RetryPolicy.PATIENT) {
            assertInstanceOf(PostState.Sending.class, delivery.state());
            var soonest = pause.compareTo(Duration.ofMinutes(15)) > 0 ? Duration.ofMinutes(15) : pause;
            assertEquals(soonest, delivery.queue.added().getLast().delay());
            delivery.clock.advance(pause);
            delivery.attempt(SECOND);
        }

        assertEquals(new Tally(3, 1), done(delivery));
        assertEquals(List.of(new Failure(full.id(), Failure.Kind.LATER, Reason.quoted("mailbox full"),
                RetryPolicy.PATIENT.size() + 1, delivery.clock.instant())), failures(delivery));
    }

    @Test
    void copyThatMayHaveBeenSentIsSentOnceMoreAndNotThreeTimes() {
        var delivery = new Delivery(4).planned(0);
        var one = delivery.members.get(1);
        var two = delivery.members.get(2);
        answer(delivery, Map.of(one, List.of(UNCLEAR), two, List.of(UNCLEAR, UNCLEAR)));
        delivery.attempt(0);
        delivery.clock.advance(Duration.ofMinutes(1));

        delivery.attempt(SECOND);

        assertEquals(oneEach(delivery.membersWithout(two)), delivery.copies());
        assertEquals(List.of(new Failure(two.id(), Failure.Kind.MAYBE_SENT, Reason.quoted("the connection broke"), 2,
                delivery.clock.instant())), failures(delivery));
        assertEquals(new Tally(3, 1), done(delivery));
    }

    @Test
    void listThatRatherLeavesItSendsNoSecondCopy() {
        var delivery = new Delivery(4).leavingUnclear().planned(0);
        var one = delivery.members.get(1);
        answer(delivery, Map.of(one, List.of(UNCLEAR)));

        delivery.attempt(0);

        assertEquals(new Tally(3, 1), done(delivery));
        assertEquals(List.of(Failure.Kind.MAYBE_SENT), failures(delivery).stream().map(Failure::kind).toList());
    }

    @Test
    void whoLeftInBetweenGetsNothingAndIsNoFailure() {
        var delivery = new Delivery(4).planned(0);
        var leaving = delivery.members.get(2);
        answer(delivery, Map.of(leaving, List.of(LATER)));
        delivery.attempt(0);
        delivery.leave(leaving);
        delivery.clock.advance(Duration.ofMinutes(1));

        delivery.attempt(SECOND);

        assertEquals(oneEach(delivery.membersWithout(leaving)), delivery.copies());
        assertEquals(new Tally(3, 0), done(delivery));
        assertEquals(List.of(), failures(delivery));
    }

    @Test
    void failureThatSomebodyWantsTriedAgainIsTriedAtOnce() {
        var delivery = new Delivery(4).planned(0);
        var refused = delivery.members.get(2);
        answer(delivery, Map.of(refused, List.of(new SendOutcome.Refused(Reason.quoted("no such mailbox")))));
        delivery.attempt(0);
        var post = delivery.posts.find(delivery.received.id()).orElseThrow();
        delivery.ranges.rewrite(post.id(), failures(delivery).stream().map(Failure::wanted).toList());
        delivery.posts.replace(post, post.with(SamplePosts.aSending(post.id(), 1)));
        delivery.ranges.reopen(delivery.ref(SECOND));

        assertEquals(new Outcome.Finished(), delivery.attempt(SECOND));

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(4, 0), done(delivery));
    }

    @Test
    void manyAreServedInStepsThatCanBeRecordedTogether() {
        var delivery = new Delivery(130).planned(0);
        var answers = new HashMap<Subscriber.Confirmed, List<SendOutcome>>();
        delivery.members.forEach(member -> answers.put(member, List.of(LATER)));
        answer(delivery, answers);
        delivery.attempt(0);
        delivery.clock.advance(Duration.ofMinutes(1));

        assertEquals(new Outcome.Finished(), delivery.attempt(SECOND));

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(130, 0), done(delivery));
    }

    @Test
    void worldThatFailsStopsTheSecondChancesToo() {
        for (var stop : List.of(DeferralCause.UNREACHABLE, DeferralCause.BLOCKED)) {
            var delivery = new Delivery(4).planned(0);
            var first = new SendOutcome.Deferred(stop, Reason.quoted("no"));
            answer(delivery, Map.of(delivery.members.get(2), List.of(LATER, first)));
            delivery.attempt(0);
            delivery.clock.advance(Duration.ofMinutes(1));

            var outcome = delivery.attempt(SECOND);

            assertEquals(stop == DeferralCause.BLOCKED ? new Outcome.Parked(first) : new Outcome.Postponed(first),
                    outcome);
            assertEquals(1, failures(delivery).size());
        }
    }

    @Test
    void secondChancesStopWhenThePostIsStoppedOrTimeIsUp() {
        var delivery = new Delivery(60).planned(0);
        var answers = new HashMap<Subscriber.Confirmed, List<SendOutcome>>();
        delivery.members.forEach(member -> answers.put(member, List.of(LATER)));
        answer(delivery, answers);
        delivery.attempt(0);
        delivery.clock.advance(Duration.ofMinutes(1));
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofSeconds(1));
            return ACCEPTED;
        });

        assertEquals(new Outcome.HandedOn(), delivery.deliver().deliver(delivery.ref(SECOND), "w",
                delivery.clock.instant().plusSeconds(60)));
        assertEquals(50, delivery.outbox.accepted().size());

        var post = delivery.posts.find(delivery.received.id()).orElseThrow();
        delivery.posts.replace(post, post.with(new PostState.Cancelled(Tally.NONE, delivery.clock.instant(), false)));
        assertEquals(new Outcome.Stopped(), delivery.attempt(SECOND));
        assertEquals(50, delivery.outbox.accepted().size());
    }

    /** Dies with each of its calls in turn; then the messages come again to a new process. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedAtAnyMomentNobodyIsSkipped(boolean lastCallHasItsEffect) {
        for (var call = 1;; call++) {
            var delivery = new Delivery(2 * Delivery.BATCH).planned(0);
            var full = delivery.members.get(1);
            var other = delivery.members.get(6);
            answer(delivery, Map.of(full, List.of(LATER), other, List.of(LATER, LATER)));
            var life = new Life(call, lastCallHasItsEffect);
            try {
                for (var index : List.of(0, SECOND, SECOND)) {
                    delivery.attempt(delivery.deliver(life), index);
                    delivery.clock.advance(Duration.ofMinutes(10));
                }
            } catch (Life.Ended _) {
                assertTrue(life.isOver());
            }
            if (!life.isOver()) {
                break;
            }

            for (var round = 0; round < 4; round++) {
                delivery.clock.advance(Duration.ofMinutes(20));
                delivery.attempt(0);
                delivery.attempt(SECOND);
            }

            var what = "killed at call " + call;
            assertEquals(oneEach(delivery.members).keySet(), delivery.copies().keySet(), what);
            assertTrue(delivery.copies().values().stream().filter(count -> count > 1).count() <= Delivery.BATCH, what);
            assertEquals(new Tally(2 * Delivery.BATCH, 0), done(delivery), what);
        }
    }
}
