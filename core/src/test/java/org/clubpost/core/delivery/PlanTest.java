package org.clubpost.core.delivery;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.clubpost.core.Life;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanTest {

    private static boolean start(Delivery delivery, Life life) {
        return delivery.plan(life).start(delivery.received, delivery.received.id().preparedMail(),
                delivery.clock.instant());
    }

    private static List<CollectingQueue.Message> messages(Delivery delivery, int... indexes) {
        return IntStream.of(indexes).mapToObj(i -> new CollectingQueue.Message(delivery.ref(i), Duration.ZERO))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2000,0", "2001,1", "4000,1", "4001,2", "8001,3", "10000,3", "64000,5", "64001,6",
            "32000,4", "32001,5", "1000000,6", "9000000000000,6"})
    void rangesHaveAboutTwoThousandMembersEach(long members, int bits) {
        assertEquals(bits, Plan.bits(members));
    }

    @Test
    void postIsCutIntoRangesWhichAreQueued() {
        var delivery = new Delivery(4001);

        assertTrue(start(delivery, Life.eternal()));

        assertEquals(new PostState.Sending(delivery.received.id().preparedMail(), 4, delivery.clock.instant()),
                delivery.state());
        var ranges = SamplePosts.freshRanges(delivery.received, 2);
        ranges.add(DeliveryRange.secondChances(delivery.news.id(), delivery.received.id()));
        assertEquals(ranges, delivery.ranges.of(delivery.received.id()));
        assertEquals(messages(delivery, 0, 1, 2, 3), delivery.queue.added());
    }

    @Test
    void listWithoutMembersHasOneRange() {
        var delivery = new Delivery(1);
        delivery.leave(delivery.members.getFirst());

        assertTrue(start(delivery, Life.eternal()));

        assertEquals(messages(delivery, 0), delivery.queue.added());
    }

    @Test
    void postThatChangedInBetweenIsNotStarted() {
        var delivery = new Delivery(3);
        var rejected = delivery.received.with(new PostState.Rejected(Reason.quoted("only owners may post")));
        delivery.posts.replace(delivery.received, rejected);

        assertFalse(start(delivery, Life.eternal()));

        assertEquals(rejected.state(), delivery.state());
        assertEquals(List.of(), delivery.ranges.of(delivery.received.id()));
        assertEquals(List.of(), delivery.queue.added());
    }

    @Test
    void postIsStartedOnce() {
        var delivery = new Delivery(3);
        start(delivery, Life.eternal());

        assertFalse(start(delivery, Life.eternal()));

        assertEquals(messages(delivery, 0), delivery.queue.added());
    }

    @Test
    void resumingQueuesWhatIsUnfinished() {
        var delivery = new Delivery(20).planned(2);
        delivery.attempt(1);
        delivery.attempt(3);

        delivery.plan(Life.eternal()).resume(delivery.received.id());

        assertEquals(messages(delivery, 0, 2), delivery.queue.added());
    }

    @Test
    void resumingAPostThatDiedBeforeItsLastStepLetsThatBeTaken() {
        var delivery = new Delivery(20).planned(1);
        delivery.attempt(0);
        var lease = new Lease(delivery.ref(1), "w", delivery.clock.instant());
        delivery.ranges.lease(lease.ref(), lease.holder(), delivery.clock.instant(), Duration.ofMinutes(1));
        delivery.ranges.advance(lease,
                Checkpoint.of(new DeliveryRange.Progress.Finished(), new Tally(10, 0), List.of()));

        delivery.plan(Life.eternal()).resume(delivery.received.id());

        var queued = delivery.queue.take().orElseThrow();
        assertEquals(new Deliver.Outcome.Finished(), delivery.attempt(queued.index()));
        assertEquals(new Tally(20, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void thereIsNothingToResumeOfAPostThatIsDoneOrNeverBegan() {
        var done = new Delivery(20).planned(0);
        done.attempt(0);
        var received = new Delivery(20);
        var unknown = SamplePosts.aPost(done.news.id());

        done.plan(Life.eternal()).resume(done.received.id());
        received.plan(Life.eternal()).resume(received.received.id());
        done.plan(Life.eternal()).resume(unknown.id());

        assertEquals(List.of(), done.queue.added());
        assertEquals(List.of(), received.queue.added());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedAtAnyMomentThePostGoesOutOnceItIsResumed(boolean lastCallHasItsEffect) {
        for (var call = 1;; call++) {
            var delivery = new Delivery(12);
            var life = new Life(call, lastCallHasItsEffect);
            try {
                start(delivery, life);
            } catch (Life.Ended _) {
                assertTrue(life.isOver());
            }
            if (!life.isOver()) {
                break;
            }

            if (delivery.state() instanceof PostState.Sending) {
                delivery.plan(Life.eternal()).resume(delivery.received.id());
            } else {
                assertTrue(start(delivery, Life.eternal()));
            }

            for (var next = delivery.queue.take(); next.isPresent(); next = delivery.queue.take()) {
                assertEquals(new Deliver.Outcome.Finished(), delivery.attempt(next.get().index()));
            }
            assertEquals(oneEach(delivery.members), delivery.copies());
            assertInstanceOf(PostState.Done.class, delivery.state());
        }
    }
}
