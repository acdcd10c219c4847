package org.clubpost.core.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.clubpost.core.delivery.Delivery.BATCH;
import static org.clubpost.core.delivery.Delivery.SETTINGS;
import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPerson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.Life;
import org.clubpost.core.Race;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.Deliver.Outcome;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange.Progress;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliverTest {

    private static final Duration LEASE = SETTINGS.times().lease();
    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("");
    private static final SendOutcome.Deferred TOO_FAST = new SendOutcome.Deferred(DeferralCause.TOO_FAST,
            Reason.quoted("more than 14 a second"));

    // Everybody once

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH, 3 * BATCH + 2, 50})
    void everyMemberGetsOneCopy(int members) {
        var delivery = new Delivery(Math.max(members, 1)).planned(0);
        if (members == 0) {
            delivery.leave(delivery.members.getFirst());
        }

        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(oneEach(delivery.members.subList(0, members)), delivery.copies());
        assertEquals(new PostState.Done(new Tally(members, 0), SamplePosts.aSending(delivery.received.id(), 1).since(),
                delivery.clock.instant(), false), delivery.state());
        assertEquals(List.of(), delivery.ranges.failures(delivery.received.id()).toList());
    }

    @Test
    void copyIsTheMembersOwnAndItsBouncesComeToTheList() {
        var delivery = new Delivery(3).planned(0);

        delivery.attempt(0);

        for (var mail : delivery.outbox.accepted()) {
            var member = delivery.members.stream()
                    .filter(each -> each.person().address().equals(mail.recipient())).findFirst().orElseThrow();
            assertEquals(EmailAddress.of("news-bounces@lists.example.org"), mail.envelopeSender());
            assertEquals(member.id().hex(), new String(mail.content().toByteArray(), US_ASCII));
        }
        assertEquals(3, delivery.outbox.accepted().size());
    }

    @Test
    void batchesGoOutInTheOrderOfTheKeys() {
        var delivery = new Delivery(3 * BATCH).planned(0);

        delivery.attempt(0);

        for (var batch = 0; batch < 3; batch++) {
            assertEquals(
                    delivery.members.subList(batch * BATCH, (batch + 1) * BATCH).stream()
                            .map(member -> member.person().address()).collect(Collectors.toSet()),
                    Set.copyOf(delivery.outbox.recipients().subList(batch * BATCH, (batch + 1) * BATCH)));
        }
    }

    @Test
    void rangeDeliversToItsOwnMembersOnly() {
        var delivery = new Delivery(20).planned(1);

        assertEquals(new Outcome.Finished(), delivery.attempt(1));

        assertEquals(oneEach(delivery.members.subList(10, 20)), delivery.copies());
        assertInstanceOf(PostState.Sending.class, delivery.state());
    }

    @Test
    void postIsDoneWithItsLastRange() {
        var delivery = new Delivery(20).planned(2);
        for (var index : List.of(2, 0, 3)) {
            delivery.attempt(index);
            assertInstanceOf(PostState.Sending.class, delivery.state());
        }

        delivery.attempt(1);

        assertEquals(new Tally(20, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void fullBatchThatEndsWithTheHighestKeyIsTheLast() {
        var delivery = new Delivery(BATCH - 1).planned(0);
        var highest = aMember(delivery.news.id(), aPerson(new SubscriberId("f".repeat(32)), "last@example.org"));
        delivery.subscribers.create(highest);

        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(BATCH, delivery.outbox.accepted().size());
    }

    @Test
    void fullBatchThatEndsWithTheSliceIsTheLastOfIt() {
        var delivery = new Delivery(1).planned(1);
        var list = delivery.news.id();
        for (var digit : List.of("c", "d", "e", "f")) {
            delivery.subscribers.create(
                    aMember(list, aPerson(new SubscriberId("7" + digit.repeat(31)), digit + "@example.org")));
        }
        delivery.leave(delivery.members.getFirst());

        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(4, delivery.outbox.accepted().size());
        assertTrue(delivery.range(0).isFinished());
    }

    // The same event again

    @Test
    void sameEventAgainSendsNothing() {
        var delivery = new Delivery(10).planned(0);
        delivery.attempt(0);
        var done = delivery.state();
        delivery.clock.advance(Duration.ofDays(1));

        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(done, delivery.state());
    }

    @Test
    void rangeThatAnotherHasIsBusy() {
        var delivery = new Delivery(3).planned(0);
        delivery.ranges.lease(delivery.ref(0), "another", delivery.clock.instant(), Duration.ofMinutes(1));

        assertEquals(new Outcome.Busy(delivery.clock.instant().plus(Duration.ofMinutes(1))), delivery.attempt(0));

        assertEquals(Map.of(), delivery.copies());
    }

    @Test
    void manyWorkersWithTheSameMessagesSendEachCopyOnce() throws InterruptedException {
        var delivery = new Delivery(60).planned(2);
        var deliver = delivery.deliver();
        var workers = Stream.iterate(0, i -> i < 12, i -> i + 1)
                .<Callable<Outcome>>map(i -> () -> deliver.deliver(delivery.ref(i % 4), "w" + i,
                        delivery.clock.instant().plus(Duration.ofHours(1))))
                .toList();

        Race.run(workers);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(60, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void lastTwoRangesThatEndAtTheSameTimeEndThePost() throws InterruptedException {
        for (var round = 0; round < 50; round++) {
            var delivery = new Delivery(8).planned(1);
            var deliver = delivery.deliver();
            var deadline = delivery.clock.instant().plus(Duration.ofHours(1));

            Race.run(List.<Callable<Outcome>>of(() -> deliver.deliver(delivery.ref(0), "w0", deadline),
                    () -> deliver.deliver(delivery.ref(1), "w1", deadline)));

            assertInstanceOf(PostState.Done.class, delivery.state());
        }
    }

    // Nothing to do

    @Test
    void unknownRangeIsUnknown() {
        assertEquals(new Outcome.Unknown(), new Delivery(3).planned(0).attempt(1));
        assertEquals(new Outcome.Unknown(), new Delivery(3).attempt(0));
    }

    @Test
    void rangeOfAListThatIsGoneIsUnknownAndFree() {
        var delivery = new Delivery(3);
        var post = SamplePosts.aPost(new ListId("gone"));
        delivery.posts.create(post);
        delivery.ranges.plan(post, post.with(SamplePosts.aSending(post.id(), 1)), SamplePosts.freshRanges(post, 0));
        var ref = new RangeRef(post.list(), post.id(), 0);

        assertEquals(new Outcome.Unknown(), delivery.deliver().deliver(ref, "w1", delivery.clock.instant()));

        assertInstanceOf(LeaseOutcome.Granted.class,
                delivery.ranges.lease(ref, "w2", delivery.clock.instant(), Duration.ofMinutes(1)));
    }

    @Test
    void rangeOfAPostThatIsNoLongerSendingIsStoppedAndFree() {
        var delivery = new Delivery(3).planned(0);
        var post = delivery.posts.find(delivery.received.id()).orElseThrow();
        delivery.posts.replace(post, post.with(new PostState.Rejected(Reason.quoted("stopped by the owner"))));

        assertEquals(new Outcome.Stopped(), delivery.attempt(0));

        assertEquals(Map.of(), delivery.copies());
        assertInstanceOf(LeaseOutcome.Granted.class,
                delivery.ranges.lease(delivery.ref(0), "w2", delivery.clock.instant(), Duration.ofMinutes(1)));
    }

    // Time

    @Test
    void whenTimeIsNearlyUpTheRestIsHandedOn() {
        var delivery = new Delivery(30).planned(0);
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofSeconds(1));
            return ACCEPTED;
        });
        var deadline = delivery.clock.instant().plusSeconds(30);

        assertEquals(new Outcome.HandedOn(), delivery.deliver().deliver(delivery.ref(0), "w1", deadline));

        assertEquals(oneEach(delivery.members.subList(0, 20)), delivery.copies());
        assertEquals(List.of(new CollectingQueue.Message(delivery.ref(0), Duration.ZERO)), delivery.queue.added());
        assertEquals(new Tally(20, 0), delivery.range(0).tally());

        assertEquals(new Outcome.Finished(), delivery.attempt(0));
        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    @Test
    void workerWithoutTimeBeginsNothing() {
        var delivery = new Delivery(3).planned(0);

        assertEquals(new Outcome.HandedOn(),
                delivery.deliver().deliver(delivery.ref(0), "w1",
                        delivery.clock.instant().plus(SETTINGS.times().margin())));

        assertEquals(Map.of(), delivery.copies());
    }

    @Test
    void everyBatchExtendsTheLease() {
        var delivery = new Delivery(3 * BATCH).planned(0);
        var asked = new ArrayList<LeaseOutcome>();
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofSeconds(50));
            synchronized (asked) {
                asked.add(delivery.ranges.lease(delivery.ref(0), "another", delivery.clock.instant(),
                        Duration.ofMinutes(1)));
            }
            return ACCEPTED;
        });

        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(3 * BATCH, asked.stream().filter(LeaseOutcome.Busy.class::isInstance).count());
    }

    @Test
    void workerWhoseLeaseWentToAnotherStops() {
        var delivery = new Delivery(3 * BATCH).planned(0);
        var moment = delivery.members.get(BATCH).person().address();
        delivery.outbox.answer(mail -> {
            if (mail.recipient().equals(moment)) {
                delivery.clock.advance(LEASE);
                delivery.ranges.lease(delivery.ref(0), "another", delivery.clock.instant(), Duration.ofMinutes(5));
            }
            return ACCEPTED;
        });

        assertEquals(new Outcome.LeaseLost(), delivery.attempt(0));

        assertEquals(new Tally(BATCH, 0), delivery.range(0).tally());
        assertEquals(List.of(new CollectingQueue.Message(delivery.ref(0), LEASE)), delivery.queue.added());
        delivery.outbox.answer(_ -> ACCEPTED);
        assertEquals(new Outcome.Finished(), delivery.deliver().deliver(delivery.ref(0), "another",
                delivery.clock.instant().plus(Duration.ofHours(1))));
        var twice = delivery.copies().values().stream().filter(count -> count == 2).count();
        assertEquals(delivery.members.size(), delivery.copies().size());
        assertTrue(twice >= 1 && twice <= BATCH, "twice: " + twice);
    }

    /** The only test in which real time passes: as long as the lease takes to be extended. */
    @Test
    void leaseIsExtendedWhileACopyIsUnderWay() {
        var delivery = new Delivery(1).planned(0).leasedFor(Duration.ofMillis(20));
        var extended = new CountDownLatch(3);
        var seen = (Ranges) Proxy.newProxyInstance(Ranges.class.getClassLoader(), new Class<?>[]{Ranges.class},
                (_, method, arguments) -> {
                    var result = method.invoke(delivery.ranges, arguments);
                    if (method.getName().equals("extend")) {
                        assertEquals(true, result);
                        extended.countDown();
                    }
                    return result;
                });
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofMillis(10));
            await(extended);
            return ACCEPTED;
        });

        assertEquals(new Outcome.Finished(), delivery.attempt(delivery.deliver(seen), 0));

        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    @Test
    void afterTheLeaseNoFurtherCopyIsHandedOver() {
        var delivery = new Delivery(2 * BATCH).planned(0).oneAtATime();
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(LEASE);
            return ACCEPTED;
        });

        assertEquals(new Outcome.HandedOn(), delivery.attempt(0));

        assertEquals(oneEach(delivery.members.subList(0, 1)), delivery.copies());
        assertEquals(new Tally(1, 0), delivery.range(0).tally());
    }

    // The provider says no

    @Test
    void refusedIsRecordedAndNotRepeated() {
        var delivery = new Delivery(10).planned(0);
        var refused = delivery.members.get(2);
        delivery.outbox.answer(mail -> mail.recipient().equals(refused.person().address())
                ? new SendOutcome.Refused(Reason.quoted("no such mailbox"))
                : ACCEPTED);

        assertEquals(new Outcome.Finished(), delivery.attempt(0));
        delivery.attempt(0);

        assertEquals(oneEach(delivery.membersWithout(refused)), delivery.copies());
        assertEquals(
                List.of(new Failure(refused.id(), Failure.Kind.REFUSED, Reason.quoted("no such mailbox"), 1,
                        delivery.clock.instant())),
                delivery.ranges.failures(delivery.received.id()).toList());
        assertEquals(new Tally(9, 1), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void whenOneInABatchIsPutOffTheOthersAreNotServedTwice() {
        for (var position = 0; position < 10; position++) {
            var delivery = new Delivery(10).planned(0);
            var unlucky = delivery.members.get(position);
            delivery.outbox.answer(
                    mail -> mail.recipient().equals(unlucky.person().address()) ? TOO_FAST : ACCEPTED);

            assertEquals(new Outcome.Postponed(TOO_FAST), delivery.attempt(0));
            assertEquals(new Outcome.Postponed(TOO_FAST), delivery.attempt(0));

            var open = assertInstanceOf(Progress.Open.class, delivery.range(0).progress());
            assertEquals(unlucky.id(), open.next());
            delivery.outbox.answer(_ -> ACCEPTED);
            assertEquals(new Outcome.Finished(), delivery.attempt(0));
            assertEquals(oneEach(delivery.members), delivery.copies());
            assertEquals(new Tally(10, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
        }
    }

    @Test
    void whoWasServedAheadIsRememberedByKey() {
        var delivery = new Delivery(10).planned(0);
        var first = delivery.members.get(1).person().address();
        var second = delivery.members.get(2).person().address();
        var others = new CountDownLatch(2);
        delivery.outbox.answer(mail -> {
            if (mail.recipient().equals(first) || mail.recipient().equals(second)) {
                await(others);
                return TOO_FAST;
            }
            others.countDown();
            return ACCEPTED;
        });

        delivery.attempt(0);

        assertEquals(new Progress.Open(delivery.members.get(1).id(), Set.of(delivery.members.get(3).id())),
                delivery.range(0).progress());
    }

    @Test
    void manyWhoJoinInBetweenDoNotMakeAnybodyGetItTwice() {
        var delivery = new Delivery(2 * BATCH).planned(0);
        var unlucky = delivery.members.getFirst();
        delivery.outbox.answer(mail -> mail.recipient().equals(unlucky.person().address()) ? TOO_FAST : ACCEPTED);
        delivery.attempt(0);
        var everybody = new ArrayList<>(delivery.members);
        for (var i = 1; i <= BATCH; i++) {
            var key = new SubscriberId(unlucky.id().hex().substring(0, 31) + i);
            everybody.add(aMember(delivery.news.id(), aPerson(key, "new" + i + "@example.org")));
        }
        delivery.subscribers.with(everybody);

        assertEquals(new Outcome.Postponed(TOO_FAST), delivery.attempt(0));
        delivery.outbox.answer(_ -> ACCEPTED);
        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(oneEach(everybody), delivery.copies());
    }

    @Test
    void whenEverythingIsPutOffNothingMoves() {
        var delivery = new Delivery(10).planned(0);
        var spent = new SendOutcome.Deferred(DeferralCause.DAY_SPENT, Reason.quoted("200 a day"));
        delivery.outbox.answer(_ -> spent);

        assertEquals(new Outcome.Parked(spent), delivery.attempt(0));

        assertEquals(new Progress.Open(delivery.members.getFirst().id(), Set.of()), delivery.range(0).progress());
        assertEquals(Tally.NONE, delivery.range(0).tally());
    }

    @Test
    void postponedRangeIsFreeAtOnce() {
        var delivery = new Delivery(10).planned(0);
        delivery.outbox.answer(_ -> TOO_FAST);
        delivery.attempt(0);
        delivery.outbox.answer(_ -> ACCEPTED);

        assertEquals(new Outcome.Finished(), delivery.attempt(0));

        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void providerThatPutsOffNowAndThenServesEverybodyOnce(long seed) {
        var delivery = new Delivery(40).planned(0);
        var random = new Random(seed);
        delivery.outbox.answer(_ -> {
            synchronized (random) {
                return random.nextInt(5) == 0 ? TOO_FAST : ACCEPTED;
            }
        });

        while (!(delivery.attempt(0) instanceof Outcome.Finished)) {
            assertInstanceOf(Progress.Open.class, delivery.range(0).progress());
        }

        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    // Faults of ours

    @Test
    void faultThatMeetsOneMemberStopsTheRangeButSendsNobodyASecondCopy() {
        var delivery = new Delivery(10).planned(0);
        var unlucky = delivery.members.get(5);
        var bug = new ArithmeticException("a fault");
        var deliver = delivery.deliver((_, _) -> Delivery.mail(member -> {
            if (member.equals(unlucky)) {
                throw bug;
            }
            return Delivery.copyFor(member);
        }));

        for (var i = 0; i < 5; i++) {
            assertSame(bug, assertThrows(IllegalStateException.class, () -> delivery.attempt(deliver, 0)).getCause());
        }

        assertEquals(oneEach(delivery.membersWithout(unlucky).subList(0, 8)), delivery.copies());
        assertEquals(new Outcome.Finished(), delivery.attempt(0));
        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    @Test
    void lackOfMemoryEndsTheAttemptAndIsNobodysFailure() {
        var delivery = new Delivery(10).planned(0).oneAtATime();
        var error = new OutOfMemoryError("no room for a copy");
        var prepared = new AtomicInteger();
        var deliver = delivery.deliver((_, _) -> Delivery.mail(member -> {
            if (prepared.incrementAndGet() == 6) {
                throw error;
            }
            return Delivery.copyFor(member);
        }));

        assertSame(error, assertThrows(OutOfMemoryError.class, () -> delivery.attempt(deliver, 0)));

        assertEquals(6, prepared.get());
        assertEquals(oneEach(delivery.members.subList(0, 5)), delivery.copies());
        assertEquals(new Tally(5, 0), delivery.range(0).tally());
        assertEquals(new Outcome.Finished(), delivery.attempt(0));
        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    @Test
    void brokenProcessCountsForMoreThanAFault() {
        var delivery = new Delivery(2).planned(0).oneAtATime();
        var deliver = delivery.deliver((_, _) -> Delivery.mail(member -> {
            if (member.equals(delivery.members.getFirst())) {
                throw new ArithmeticException("a fault");
            }
            throw new StackOverflowError();
        }));

        assertThrows(StackOverflowError.class, () -> delivery.attempt(deliver, 0));

        assertEquals(Map.of(), delivery.copies());
        assertEquals(Tally.NONE, delivery.range(0).tally());
    }

    @Test
    void interruptedWorkerStopsAndStaysInterrupted() {
        var delivery = new Delivery(3).planned(0);
        var never = new CountDownLatch(1);
        delivery.outbox.answer(_ -> {
            try {
                never.await();
                return ACCEPTED;
            } catch (InterruptedException e) {
                return new SendOutcome.Unclear(Reason.quoted("interrupted"));
            }
        });
        Thread.currentThread().interrupt();

        assertThrows(UnavailableException.class, () -> delivery.attempt(0));

        assertTrue(Thread.interrupted());
        delivery.outbox.answer(_ -> ACCEPTED);
        delivery.clock.advance(LEASE);
        assertEquals(new Outcome.Finished(), delivery.attempt(0));
        assertEquals(3, delivery.copies().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void windowIsAtLeastOneAndOnePageAtMost(int window) {
        assertThrows(IllegalArgumentException.class, () -> settings(window, 1));
    }

    @Test
    void atLeastOneCopyGoesOutAtATime() {
        assertThrows(IllegalArgumentException.class, () -> settings(1, 0));
        assertEquals(1, settings(1, 1).window());
        assertEquals(1000, settings(1000, 1).window());
    }

    private static Deliver.Settings settings(int window, int concurrency) {
        return new Deliver.Settings(window, concurrency, SETTINGS.times(), RetryPolicy.PATIENT);
    }

    // Who comes and goes

    @Test
    void whoLeavesBeforeTheirBatchGetsNoCopy() {
        var delivery = new Delivery(3 * BATCH).planned(0);
        var leaving = delivery.members.get(BATCH);
        delivery.outbox.answer(mail -> {
            if (mail.recipient().equals(delivery.members.getFirst().person().address())) {
                delivery.leave(leaving);
            }
            return ACCEPTED;
        });

        delivery.attempt(0);

        assertEquals(oneEach(delivery.membersWithout(leaving)), delivery.copies());
    }

    @Test
    void whoJoinsAheadOfTheCursorGetsACopyAndWhoJoinsBehindItDoesNot() {
        var delivery = new Delivery(3 * BATCH).planned(0);
        var ahead = aMember(delivery.news.id(), aPerson(new SubscriberId("f".repeat(32)), "ahead@example.org"));
        var behind = aMember(delivery.news.id(), aPerson(SampleSubscribers.aKey("0"), "behind@example.org"));
        delivery.outbox.answer(mail -> {
            if (mail.recipient().equals(delivery.members.getFirst().person().address())) {
                delivery.subscribers.with(List.of(ahead, behind));
            }
            return ACCEPTED;
        });

        delivery.attempt(0);

        assertEquals(oneEach(Stream.concat(delivery.members.stream(), Stream.of(ahead)).toList()), delivery.copies());
    }

    @Test
    void onlyMembersGetCopies() {
        var delivery = new Delivery(2).planned(0);
        delivery.subscribers.with(List.of(SampleSubscribers.aPending(delivery.news.id(), "b@example.org"),
                SampleSubscribers.aFormerMember(delivery.news.id(), "c@example.org"),
                SampleSubscribers.aSuppressed(delivery.news.id(), "d@example.org")));

        delivery.attempt(0);

        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    // Killed

    /**
     * Dies with each of its calls in turn, before and after it has had its effect; then the message comes again to a
     * new process.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedAtAnyMomentThePostResumesWithoutSkippingAnybody(boolean lastCallHasItsEffect) {
        var kills = 0;
        for (var call = 1;; call++) {
            var delivery = new Delivery(3 * BATCH + 1).planned(1);
            var life = new Life(call, lastCallHasItsEffect);
            for (var index : List.of(0, 1)) {
                try {
                    delivery.attempt(delivery.deliver(life), index);
                } catch (Life.Ended _) {
                    kills++;
                }
            }
            if (!life.isOver()) {
                break;
            }

            delivery.clock.advance(LEASE);
            for (var index : List.of(0, 1)) {
                assertEquals(new Outcome.Finished(), delivery.attempt(index));
            }

            assertServed(delivery, "killed at call " + call);
        }
        assertTrue(kills > 30, "the calls of a delivery: " + kills);
    }

    /**
     * As above, with a provider that puts off and refuses, so that all of what is recorded is recorded by somebody who
     * dies.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedWithADifficultProviderItResumesAsWell(boolean lastCallHasItsEffect) {
        for (var call = 1;; call++) {
            var delivery = new Delivery(2 * BATCH + 1).planned(0);
            var refused = delivery.members.get(2);
            var putOff = delivery.members.get(1).person().address();
            var attempts = new AtomicInteger();
            delivery.outbox.answer(mail -> mail.recipient().equals(refused.person().address())
                    ? new SendOutcome.Refused(Reason.quoted("no such mailbox"))
                    : mail.recipient().equals(putOff) && attempts.incrementAndGet() < 3 ? TOO_FAST : ACCEPTED);
            var life = new Life(call, lastCallHasItsEffect);
            try {
                while (!(delivery.attempt(delivery.deliver(life), 0) instanceof Outcome.Finished)) {
                    assertEquals(1, delivery.ranges.of(delivery.received.id()).size());
                }
            } catch (Life.Ended _) {
                assertTrue(life.isOver());
            }
            if (!life.isOver()) {
                break;
            }

            delivery.clock.advance(LEASE);
            while (!(delivery.attempt(0) instanceof Outcome.Finished)) {
                assertEquals(1, delivery.ranges.of(delivery.received.id()).size());
            }

            var copies = delivery.copies();
            var what = "killed at call " + call;
            assertEquals(ids(delivery.membersWithout(refused)), copies.keySet(), what);
            assertTrue(copies.values().stream().allMatch(count -> count <= 2), what);
            assertTrue(copies.values().stream().filter(count -> count == 2).count() <= BATCH, what);
            assertEquals(List.of(refused.id()),
                    delivery.ranges.failures(delivery.received.id()).map(Failure::subscriber).toList(), what);
            assertEquals(new Tally(2 * BATCH, 1), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
        }
    }

    /**
     * More are put off in one window than one step can record. Who gets a copy at the next try must not stand there as
     * put off, or they would get another.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedBetweenTheStepsOfOneWindowNobodyIsPutOffWhoHasACopy(boolean lastCallHasItsEffect) {
        var members = 2 * Checkpoint.MOST_CHANGES + 50;
        var partly = 0;
        for (var call = members;; call++) {
            var delivery = new Delivery(members).inWindowsOf(members + 1).planned(0);
            var accepted = delivery.members.stream().filter(member -> delivery.members.indexOf(member) % 7 == 0)
                    .map(member -> member.person().address()).collect(Collectors.toSet());
            delivery.outbox.answer(mail -> accepted.contains(mail.recipient())
                    ? ACCEPTED
                    : new SendOutcome.Later(Reason.quoted("come again")));
            var life = new Life(call, lastCallHasItsEffect);
            try {
                delivery.attempt(delivery.deliver(life), 0);
            } catch (Life.Ended _) {
                assertTrue(life.isOver());
            }
            if (!life.isOver()) {
                break;
            }
            partly += failures(delivery).size() == Checkpoint.MOST_CHANGES ? 1 : 0;
            delivery.outbox.answer(_ -> ACCEPTED);
            delivery.clock.advance(LEASE);

            assertEquals(new Outcome.Finished(), delivery.attempt(0));

            var copies = delivery.copies();
            var putOff = failures(delivery);
            assertEquals(members, copies.size() + putOff.size(), "killed at call " + call);
            assertTrue(putOff.stream().noneMatch(copies::containsKey), "killed at call " + call);
            assertEquals(new Tally(copies.size(), putOff.size()), delivery.range(0).tally());
            assertTrue(accepted.size() >= copies.values().stream().filter(count -> count > 1).count());
        }
        assertTrue(partly > 0, "no kill fell between two steps");
    }

    private static Set<SubscriberId> failures(Delivery delivery) {
        return delivery.ranges.failures(delivery.received.id()).map(Failure::subscriber).collect(Collectors.toSet());
    }

    private static void assertServed(Delivery delivery, String what) {
        var copies = delivery.copies();
        assertEquals(ids(delivery.members), copies.keySet(), what);
        assertTrue(copies.values().stream().allMatch(count -> count <= 2), what);
        assertTrue(copies.values().stream().filter(count -> count == 2).count() <= BATCH, what);
        assertEquals(new Tally(delivery.members.size(), 0),
                assertInstanceOf(PostState.Done.class, delivery.state(), what).tally(), what);
    }

    private static Set<SubscriberId> ids(List<Subscriber.Confirmed> members) {
        return members.stream().map(Subscriber::id).collect(Collectors.toSet());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
