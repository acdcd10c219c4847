package org.clubpost.core.delivery.range;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.aSending;
import static org.clubpost.core.post.SamplePosts.freshRanges;
import static org.clubpost.core.post.SamplePosts.open;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clubpost.core.Race;
import org.clubpost.core.delivery.range.DeliveryRange.Progress;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Slice;
import org.junit.jupiter.api.Test;

/** What every {@link Ranges} must do. */
public interface RangesContract {

    /** When the leases of these tests begin. */
    Instant NOW = Instant.parse("2026-03-06T08:30:00Z");
    /** How long they last. */
    Duration MINUTE = Duration.ofMinutes(1);

    /** The posts whose ranges are tested. */
    Posts posts();

    /** The ranges under test. May hold what other tests left there. */
    Ranges testee();

    private Post created(Post post) {
        assertTrue(posts().create(post));
        return post;
    }

    private Post planned(int bits) {
        var post = created(aPost(freshListId()));
        var sending = post.with(aSending(post.id(), 1 << bits));
        assertTrue(testee().plan(post, sending, freshRanges(post, bits)));
        return sending;
    }

    private RangeRef aRange() {
        var post = planned(0);
        return new RangeRef(post.list(), post.id(), 0);
    }

    private DeliveryRange range(RangeRef ref) {
        return testee().of(ref.post()).get(ref.index());
    }

    private Lease leased(RangeRef ref, String holder, Instant now) {
        var expected = new Lease(ref, holder, now.plus(MINUTE));
        assertEquals(new LeaseOutcome.Granted(expected, range(ref)), testee().lease(ref, holder, now, MINUTE));
        return expected;
    }

    // Planning

    @Test
    default void plannedPostHasItsRangesInOrder() {
        for (var bits : List.of(0, 1, 6)) {
            var post = planned(bits);

            assertEquals(Optional.of(post), posts().find(post.id()));
            assertEquals(freshRanges(post, bits), testee().of(post.id()));
            assertEquals(List.of(post), posts().unsettled(post.list()).toList());
        }
    }

    @Test
    default void postIsPlannedOnce() {
        var post = created(aPost(freshListId()));
        var sending = post.with(aSending(post.id(), 2));
        assertTrue(testee().plan(post, sending, freshRanges(post, 1)));

        assertFalse(testee().plan(post, post.with(aSending(post.id(), 4)), freshRanges(post, 2)));

        assertEquals(Optional.of(sending), posts().find(post.id()));
        assertEquals(freshRanges(post, 1), testee().of(post.id()));
    }

    @Test
    default void planningAfterTheStateChangedDoesNothing() {
        var post = created(aPost(freshListId()));
        var held = post.with(SamplePosts.held("for the owner"));
        assertTrue(posts().replace(post, held));

        assertFalse(testee().plan(post, post.with(aSending(post.id(), 64)), freshRanges(post, 6)));

        assertEquals(Optional.of(held), posts().find(post.id()));
        assertEquals(List.of(), testee().of(post.id()));
    }

    @Test
    default void unknownPostIsNotPlanned() {
        var post = aPost(freshListId());

        assertFalse(testee().plan(post, post.with(aSending(post.id(), 1)), freshRanges(post, 0)));

        assertEquals(Optional.empty(), posts().find(post.id()));
        assertEquals(List.of(), testee().of(post.id()));
    }

    @Test
    default void planningTakesTheHeadlineAlong() {
        var post = created(aPost(freshListId()));
        var sending = post.with(aSending(post.id(), 1)).with(new Post.Headline("Anna", "Hello", 99));

        assertTrue(testee().plan(post, sending, freshRanges(post, 0)));

        assertEquals(Optional.of(sending), posts().find(post.id()));
    }

    @Test
    default void ofManyWhoPlanTheSamePostOneSucceeds() throws InterruptedException {
        var testee = testee();
        var post = created(aPost(freshListId()));
        var sending = post.with(aSending(post.id(), 64));

        assertEquals(1, Race.winners(6, () -> testee.plan(post, sending, freshRanges(post, 6))));

        assertEquals(freshRanges(post, 6), testee.of(post.id()));
    }

    // Leases

    @Test
    default void unknownRangeCannotBeLeased() {
        var unknown = new RangeRef(freshListId(), aPost(freshListId()).id(), 0);

        assertEquals(new LeaseOutcome.Unknown(), testee().lease(unknown, "w1", NOW, MINUTE));
        assertEquals(List.of(), testee().of(unknown.post()));
    }

    @Test
    default void rangeWhoseNumberIsTooHighCannotBeLeased() {
        var post = planned(1);

        assertEquals(new LeaseOutcome.Unknown(),
                testee().lease(new RangeRef(post.list(), post.id(), 2), "w1", NOW, MINUTE));
    }

    @Test
    default void freeRangeIsLeasedWithItsState() {
        var ref = aRange();

        var outcome = testee().lease(ref, "w1", NOW, MINUTE);

        assertEquals(new LeaseOutcome.Granted(new Lease(ref, "w1", NOW.plus(MINUTE)), range(ref)), outcome);
    }

    @Test
    default void leasedRangeIsBusyForOthersUntilTheLeaseEnds() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);

        assertEquals(new LeaseOutcome.Busy(lease.until()), testee().lease(ref, "w2", NOW.plusSeconds(1), MINUTE));
        assertEquals(new LeaseOutcome.Busy(lease.until()),
                testee().lease(ref, "w2", lease.until().minusMillis(1), MINUTE));
    }

    @Test
    default void leaseThatEndedIsTakenOver() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);

        leased(ref, "w2", lease.until().plusMillis(1));

        assertEquals(new LeaseOutcome.Busy(lease.until().plusMillis(1).plus(MINUTE)),
                testee().lease(ref, "w1", lease.until().plusMillis(2), MINUTE));
    }

    @Test
    default void sameHolderGetsTheLeaseAgain() {
        var ref = aRange();
        leased(ref, "w1", NOW);

        leased(ref, "w1", NOW.plusSeconds(20));

        assertEquals(new LeaseOutcome.Busy(NOW.plusSeconds(80)),
                testee().lease(ref, "w2", NOW.plusSeconds(61), MINUTE));
    }

    @Test
    default void ofManyWhoAskAtTheSameTimeOneGetsTheLease() throws InterruptedException {
        var testee = testee();
        var ref = aRange();
        var asking = IntStream.range(0, 8)
                .<Callable<LeaseOutcome>>mapToObj(i -> () -> testee.lease(ref, "w" + i, NOW, MINUTE)).toList();

        var outcomes = Race.run(asking);

        assertEquals(1, outcomes.stream().filter(LeaseOutcome.Granted.class::isInstance).count());
        assertEquals(7, outcomes.stream().filter(new LeaseOutcome.Busy(NOW.plus(MINUTE))::equals).count());
    }

    @Test
    default void ofManyWhoWantAnEndedLeaseOneGetsIt() throws InterruptedException {
        var testee = testee();
        var ref = aRange();
        leased(ref, "dead", NOW);
        var later = NOW.plus(Duration.ofMinutes(2));
        var asking = IntStream.range(0, 8)
                .<Callable<LeaseOutcome>>mapToObj(i -> () -> testee.lease(ref, "w" + i, later, MINUTE)).toList();

        var outcomes = Race.run(asking);

        assertEquals(1, outcomes.stream().filter(LeaseOutcome.Granted.class::isInstance).count());
        assertEquals(7, outcomes.stream().filter(new LeaseOutcome.Busy(later.plus(MINUTE))::equals).count());
    }

    @Test
    default void rangesAreLeasedApart() {
        var post = planned(1);

        leased(new RangeRef(post.list(), post.id(), 0), "w1", NOW);
        leased(new RangeRef(post.list(), post.id(), 1), "w2", NOW);
    }

    @Test
    default void releasedRangeIsFreeAtOnce() {
        var ref = aRange();

        testee().release(leased(ref, "w1", NOW));

        leased(ref, "w2", NOW);
    }

    @Test
    default void releaseByWhoLostTheLeaseDoesNothing() {
        var ref = aRange();
        var lost = leased(ref, "w1", NOW);
        var later = NOW.plus(Duration.ofMinutes(2));
        var current = leased(ref, "w2", later);

        testee().release(lost);

        assertEquals(new LeaseOutcome.Busy(current.until()), testee().lease(ref, "w3", later, MINUTE));
    }

    @Test
    default void releaseTwiceOrOfAnUnknownRangeDoesNothing() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var unknown = new RangeRef(freshListId(), aPost(freshListId()).id(), 0);

        testee().release(lease);
        testee().release(lease);
        testee().release(new Lease(unknown, "w1", NOW));

        assertEquals(List.of(), testee().of(unknown.post()));
        leased(ref, "w2", NOW);
    }

    // Progress

    @Test
    default void progressIsRecordedAndTheLeaseExtended() {
        var ref = aRange();
        leased(ref, "w1", NOW);
        var extended = new Lease(ref, "w1", NOW.plus(Duration.ofMinutes(5)));

        assertTrue(testee().advance(extended, Checkpoint.of(open("20"), new Tally(25, 0), List.of())));

        assertEquals(open("20"), range(ref).progress());
        assertEquals(new Tally(25, 0), range(ref).tally());
        assertEquals(new LeaseOutcome.Busy(extended.until()),
                testee().lease(ref, "w2", extended.until().minusMillis(1), MINUTE));
    }

    @Test
    default void talliesAddUp() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);

        assertTrue(testee().advance(lease, Checkpoint.of(open("20"), new Tally(23, 2), List.of())));
        assertTrue(testee().advance(lease, Checkpoint.of(open("30"), Tally.NONE, List.of())));
        assertTrue(testee().advance(lease, Checkpoint.of(open("40"), new Tally(1, 1), List.of())));

        assertEquals(new DeliveryRange(ref, freshRange(ref).slice(), open("40"), new Tally(24, 3)), range(ref));
    }

    private static DeliveryRange freshRange(RangeRef ref) {
        return DeliveryRange.fresh(ref, Slice.cut(0).get(ref.index()));
    }

    @Test
    default void membersServedAheadAreKept() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var progress = new Progress.Open(aKey("20"), Set.of(aKey("21"), aKey("22"), aKey("fe")));

        assertTrue(testee().advance(lease, Checkpoint.of(progress, new Tally(3, 0), List.of())));
        assertEquals(progress, range(ref).progress());

        assertTrue(testee().advance(lease, Checkpoint.of(open("ff"), new Tally(1, 0), List.of())));
        assertEquals(open("ff"), range(ref).progress());
    }

    @Test
    default void nextHolderGoesOnWhereTheLastOneStopped() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var progress = new Progress.Open(aKey("20"), Set.of(aKey("21")));
        assertTrue(testee().advance(lease, Checkpoint.of(progress, new Tally(7, 1), List.of())));
        testee().release(lease);

        var outcome = testee().lease(ref, "w2", NOW, MINUTE);

        var range = new DeliveryRange(ref, freshRange(ref).slice(), progress, new Tally(7, 1));
        assertEquals(new LeaseOutcome.Granted(new Lease(ref, "w2", NOW.plus(MINUTE)), range), outcome);
    }

    @Test
    default void whoLostTheLeaseRecordsNothing() {
        var ref = aRange();
        var lost = leased(ref, "w1", NOW);
        assertTrue(testee().advance(lost, Checkpoint.of(open("20"), new Tally(5, 0), List.of())));
        leased(ref, "w2", NOW.plus(Duration.ofMinutes(2)));
        var before = range(ref);

        assertFalse(testee().advance(new Lease(ref, "w1", NOW.plus(Duration.ofHours(9))),
                Checkpoint.of(open("30"), new Tally(5, 1),
                        List.of(new Failure(aKey("25"), Failure.Kind.REFUSED, Reason.quoted("refused"), 1, NOW)))));

        assertEquals(before, range(ref));
        assertEquals(List.of(), testee().failures(ref.post()).toList());
        assertEquals(new LeaseOutcome.Busy(NOW.plus(Duration.ofMinutes(3))),
                testee().lease(ref, "w3", NOW.plus(Duration.ofMinutes(2)), MINUTE));
    }

    @Test
    default void whoNeverHadTheLeaseRecordsNothing() {
        var ref = aRange();

        assertFalse(testee().advance(new Lease(ref, "w1", NOW.plus(MINUTE)),
                Checkpoint.of(open("30"), new Tally(5, 0), List.of())));

        assertEquals(freshRange(ref), range(ref));
        leased(ref, "w2", NOW);
    }

    @Test
    default void whoGaveTheLeaseBackRecordsNothing() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        testee().release(lease);

        assertFalse(testee().advance(lease, Checkpoint.of(new Progress.Finished(), new Tally(5, 0), List.of())));

        assertEquals(freshRange(ref), range(ref));
    }

    @Test
    default void holderOfAnEndedLeaseThatNobodyTookMayStillRecord() {
        var ref = aRange();
        leased(ref, "w1", NOW);
        var late = new Lease(ref, "w1", NOW.plus(Duration.ofMinutes(10)));

        assertTrue(testee().advance(late, Checkpoint.of(open("30"), new Tally(5, 0), List.of())));

        assertEquals(open("30"), range(ref).progress());
    }

    @Test
    default void unknownRangeIsNotAdvanced() {
        var unknown = new RangeRef(freshListId(), aPost(freshListId()).id(), 0);

        assertFalse(testee().advance(new Lease(unknown, "w1", NOW), Checkpoint.of(open("30"), Tally.NONE, List.of())));

        assertEquals(List.of(), testee().of(unknown.post()));
    }

    @Test
    default void finishedRangeIsFinishedForEverybody() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);

        assertTrue(testee().advance(lease, Checkpoint.of(new Progress.Finished(), new Tally(9, 1), List.of())));

        assertEquals(new DeliveryRange(ref, freshRange(ref).slice(), new Progress.Finished(), new Tally(9, 1)),
                range(ref));
        assertEquals(new LeaseOutcome.Finished(), testee().lease(ref, "w1", NOW, MINUTE));
        assertEquals(new LeaseOutcome.Finished(), testee().lease(ref, "w2", NOW.plus(Duration.ofDays(1)), MINUTE));
    }

    @Test
    default void finishedRangeIsNotAdvanced() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        assertTrue(testee().advance(lease, Checkpoint.of(new Progress.Finished(), new Tally(9, 0), List.of())));

        assertFalse(testee().advance(lease, Checkpoint.of(open("20"), new Tally(5, 0), List.of())));

        assertTrue(range(ref).isFinished());
        assertEquals(new Tally(9, 0), range(ref).tally());
    }

    @Test
    default void rangesDoNotMixTheirProgress() {
        var post = planned(1);
        var second = new RangeRef(post.list(), post.id(), 1);

        assertTrue(testee().advance(leased(second, "w2", NOW), Checkpoint.of(open("90"), new Tally(4, 0), List.of())));

        var fresh = freshRanges(post, 1);
        assertEquals(List.of(fresh.get(0),
                new DeliveryRange(second, fresh.get(1).slice(), open("90"), new Tally(4, 0))),
                testee().of(post.id()));
    }

    // Failures

    @Test
    default void failuresComeInTheOrderOfTheirKeys() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var low = new Failure(aKey("05"), Failure.Kind.REFUSED, Reason.quoted("Postfach voll – „später“"), 1,
                NOW.plusMillis(1));
        var middle = new Failure(aKey("22"), Failure.Kind.REFUSED, Reason.quoted("refused"), 1, NOW.plusMillis(2));
        var high = new Failure(aKey("fe"), Failure.Kind.REFUSED, Reason.quoted("connection broke"), 1,
                NOW.plusMillis(3));

        assertTrue(testee().advance(lease, Checkpoint.of(open("ff"), new Tally(0, 2), List.of(high, low))));
        assertTrue(testee().advance(lease, Checkpoint.of(new Progress.Finished(), new Tally(0, 1), List.of(middle))));

        assertEquals(List.of(low, middle, high), testee().failures(ref.post()).toList());
    }

    @Test
    default void recordingTheSameFailureTwiceIsHarmless() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var failure = new Failure(aKey("22"), Failure.Kind.REFUSED, Reason.quoted("refused"), 1, NOW);

        assertTrue(testee().advance(lease, Checkpoint.of(open("30"), new Tally(0, 1), List.of(failure))));
        assertTrue(testee().advance(lease, Checkpoint.of(open("40"), Tally.NONE, List.of(failure))));

        assertEquals(List.of(failure), testee().failures(ref.post()).toList());
    }

    @Test
    default void asManyFailuresAsAStepCanHaveAreAllRecorded() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var failures = IntStream.range(0, Checkpoint.MOST_CHANGES)
                .mapToObj(i -> new Failure(aKey("%04x".formatted(i)), Failure.Kind.REFUSED,
                        Reason.quoted("refused " + i), 1, NOW))
                .toList();

        assertTrue(testee().advance(lease, Checkpoint.of(open("80"), new Tally(0, failures.size()), failures)));

        assertEquals(failures, testee().failures(ref.post()).toList());
    }

    @Test
    default void failuresOfPostsAreApart() {
        var one = aRange();
        var other = aRange();
        var failure = new Failure(aKey("22"), Failure.Kind.REFUSED, Reason.quoted("refused"), 1, NOW);

        assertTrue(
                testee().advance(leased(one, "w1", NOW), Checkpoint.of(open("30"), new Tally(0, 1), List.of(failure))));

        assertEquals(List.of(failure), testee().failures(one.post()).toList());
        assertEquals(List.of(), testee().failures(other.post()).toList());
    }

    @Test
    default void whatIsKnownOfAMemberNowTakesThePlaceOfWhatWasKnown() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var later = new Failure(aKey("22"), Failure.Kind.LATER, Reason.quoted("mailbox full"), 1, NOW);
        var other = new Failure(aKey("23"), Failure.Kind.MAYBE_SENT, Reason.quoted("the connection broke"), 1, NOW);
        assertTrue(testee().advance(lease, Checkpoint.of(open("30"), new Tally(0, 2), List.of(later, other))));
        var again = new Failure(aKey("22"), Failure.Kind.LATER, Reason.quoted("mailbox still full"), 2,
                NOW.plusSeconds(60));

        assertTrue(testee().advance(lease, Checkpoint.of(open("30"), Tally.NONE, List.of(again))));
        testee().rewrite(ref.post(), List.of(other.wanted()));

        assertEquals(List.of(again, other.wanted()), testee().failures(ref.post()).toList());
    }

    @Test
    default void failureThatIsMadeGoodIsGone() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var failures = IntStream.range(0, Checkpoint.MOST_CHANGES).mapToObj(
                i -> new Failure(aKey("%04x".formatted(i)), Failure.Kind.LATER, Reason.quoted("later " + i), 1, NOW))
                .toList();
        assertTrue(testee().advance(lease, Checkpoint.of(open("80"), new Tally(0, failures.size()), failures)));
        var first = failures.subList(0, Checkpoint.MOST_CLEARED).stream().map(Failure::subscriber).toList();
        var rest = failures.subList(Checkpoint.MOST_CLEARED, failures.size());

        assertTrue(testee().advance(lease,
                new Checkpoint(open("80"), new Tally(first.size(), -first.size()), rest, first)));

        assertEquals(rest, testee().failures(ref.post()).toList());
        assertEquals(new Tally(first.size(), rest.size()), range(ref).tally());
    }

    @Test
    default void whoLostTheLeaseClearsNothing() {
        var ref = aRange();
        var lost = leased(ref, "w1", NOW);
        var failure = new Failure(aKey("22"), Failure.Kind.LATER, Reason.quoted("later"), 1, NOW);
        assertTrue(testee().advance(lost, Checkpoint.of(open("30"), new Tally(0, 1), List.of(failure))));
        leased(ref, "w2", NOW.plus(Duration.ofMinutes(2)));

        assertFalse(
                testee().advance(lost, new Checkpoint(open("40"), new Tally(1, -1), List.of(), List.of(aKey("22")))));

        assertEquals(List.of(failure), testee().failures(ref.post()).toList());
    }

    // Holding on, and beginning again

    @Test
    default void leaseIsExtendedForItsHolderOnly() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        var longer = new Lease(ref, "w1", NOW.plus(Duration.ofMinutes(3)));

        assertTrue(testee().extend(longer));
        assertFalse(testee().extend(new Lease(ref, "w2", NOW.plus(Duration.ofHours(1)))));

        assertEquals(new LeaseOutcome.Busy(longer.until()), testee().lease(ref, "w2", lease.until(), MINUTE));
        leased(ref, "w2", longer.until());
        assertFalse(testee().extend(new Lease(ref, "w1", NOW.plus(Duration.ofHours(2)))));
    }

    @Test
    default void leaseOfAFinishedOrUnknownRangeIsNotExtended() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        assertTrue(testee().advance(lease, Checkpoint.of(new Progress.Finished(), Tally.NONE, List.of())));
        var unknown = new RangeRef(freshListId(), aPost(freshListId()).id(), 0);

        assertFalse(testee().extend(lease));
        assertFalse(testee().extend(new Lease(unknown, "w1", NOW)));

        assertEquals(List.of(), testee().of(unknown.post()));
    }

    @Test
    default void finishedRangeBeginsAgainWithItsTally() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        assertTrue(testee().advance(lease, Checkpoint.of(new Progress.Finished(), new Tally(9, 1), List.of())));

        testee().reopen(ref);

        var fresh = freshRange(ref);
        assertEquals(new DeliveryRange(ref, fresh.slice(), fresh.progress(), new Tally(9, 1)), range(ref));
        leased(ref, "w2", NOW);
    }

    @Test
    default void rangeInWorkDoesNotBeginAgain() {
        var ref = aRange();
        var lease = leased(ref, "w1", NOW);
        assertTrue(testee().advance(lease, Checkpoint.of(open("30"), new Tally(5, 0), List.of())));
        var unknown = new RangeRef(freshListId(), aPost(freshListId()).id(), 0);

        testee().reopen(ref);
        testee().reopen(unknown);

        assertEquals(open("30"), range(ref).progress());
        assertEquals(List.of(), testee().of(unknown.post()));
    }
}
