package org.clubpost.core.delivery;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendOutcome.Doubtful.Blame;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when the provider has enough of us, and how that is told from members whom it does not want. */
final class LimitedTest {

    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("");
    private static final Reason SAID = Reason.of(Reason.Cause.RELAY_RECIPIENT_REFUSED, "550 5.4.5");
    private static final Reason LIMITED = Reason.of(Reason.Cause.SENDER_LIMITED, "550 5.4.5");
    private static final EmailAddress AUTHOR = EmailAddress.of("author@club.example");

    private static Delivery at(int members, String... domains) {
        return new Delivery(members, domains).inWindowsOf(10).planned(0);
    }

    private static Delivery atTwo(int members) {
        return at(members, "club.example", "other.example");
    }

    /** The provider takes so many copies, and then refuses everybody. */
    private static Delivery quota(Delivery delivery, int quota, Blame blame) {
        delivery.outbox.answer(_ -> delivery.outbox.accepted().size() < quota
                ? ACCEPTED
                : new SendOutcome.Doubtful(blame, SAID));
        return delivery;
    }

    private static Supervise supervise(Delivery delivery) {
        return supervise(delivery, delivery.tell());
    }

    private static Supervise supervise(Delivery delivery, Tell tell) {
        return new Supervise(delivery.lists, delivery.posts, delivery.plan(Life.eternal()), tell, delivery.clock);
    }

    /** Does what is in the queue, and what is due again, until nothing is for two days. */
    private static void drain(Delivery delivery) {
        var deliver = delivery.deliver();
        for (var next = delivery.queue.take(); next.isPresent(); next = delivery.queue.take()) {
            delivery.attempt(deliver, next.get().index());
            delivery.clock.advance(Duration.ofMinutes(15));
        }
    }

    private static List<Failure> failures(Delivery delivery) {
        return delivery.ranges.failures(delivery.received.id()).toList();
    }

    private static PostState.Parked parked(Delivery delivery) {
        return assertInstanceOf(PostState.Parked.class, delivery.state());
    }

    private static void parkAgain(Delivery delivery) {
        delivery.clock.set(parked(delivery).until());
        supervise(delivery).tend();
        var deliver = delivery.deliver();
        for (var next = delivery.queue.take(); next.isPresent()
                && !(delivery.state() instanceof PostState.Parked); next = delivery.queue.take()) {
            delivery.attempt(deliver, next.get().index());
        }
    }

    @ParameterizedTest
    @EnumSource(Blame.class)
    void postRestsForAnHourWhenManyAreRefusedOneAfterAnother(Blame blame) {
        var delivery = quota(atTwo(20), 10, blame);

        assertEquals(new Deliver.Outcome.Parked(new SendOutcome.Deferred(DeferralCause.LIMITED, LIMITED)),
                delivery.attempt(0));

        assertEquals(new PostState.Parked(parked(delivery).sending(), PostState.Parked.Cause.LIMITED, LIMITED,
                delivery.clock.instant().plus(Duration.ofHours(1)), false), delivery.state());
        assertEquals(new PostState.Rests(1, 10), parked(delivery).sending().rests());
        assertEquals(List.of(), failures(delivery));
        assertEquals(new Tally(10, 0), delivery.range(0).tally());
        assertEquals(0, supervise(delivery).tend());
    }

    @Test
    void everybodyGetsOneCopyOnceTheProviderTakesThemAgain() {
        var delivery = quota(atTwo(40), 17, Blame.SENDER);
        delivery.attempt(0);

        delivery.outbox.answer(_ -> ACCEPTED);
        delivery.clock.set(parked(delivery).until());
        assertEquals(1, supervise(delivery).tend());
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(40, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
        assertEquals(List.of(), failures(delivery));
    }

    /** The first ones of those who are refused are in an earlier window, where nothing is clear yet. */
    @ParameterizedTest
    @EnumSource(Blame.class)
    void whoWasRefusedBeforeItWasClearIsTriedAgain(Blame blame) {
        var delivery = quota(atTwo(30).oneAtATime(), 6, blame);
        delivery.attempt(delivery.deliver(), 0);
        assertEquals(PostState.Parked.Cause.LIMITED, parked(delivery).cause());
        assertEquals(Set.of(Failure.Kind.LATER),
                failures(delivery).stream().map(Failure::kind).collect(Collectors.toSet()));

        delivery.outbox.answer(_ -> ACCEPTED);
        delivery.clock.set(parked(delivery).until());
        supervise(delivery).tend();
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(30, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void fourMembersAreNotMany() {
        var delivery = quota(atTwo(14), 10, Blame.SENDER);

        delivery.attempt(0);

        assertInstanceOf(PostState.Sending.class, delivery.state());
        assertEquals(4, failures(delivery).size());
    }

    @Test
    void membersOfOneDomainAreNotMany() {
        var delivery = quota(at(20, "club.example"), 0, Blame.SENDER);

        delivery.attempt(0);

        assertInstanceOf(PostState.Sending.class, delivery.state());
    }

    @Test
    void refusalsBetweenCopiesThatAreTakenAreThoseMembers() {
        var delivery = atTwo(40).oneAtATime();
        var count = new AtomicInteger();
        delivery.outbox.answer(_ -> count.incrementAndGet() % 4 == 0
                ? ACCEPTED
                : new SendOutcome.Doubtful(Blame.UNCLEAR, SAID));

        delivery.attempt(delivery.deliver(), 0);

        assertInstanceOf(PostState.Sending.class, delivery.state());
    }

    @Test
    void refusalsOfLongAgoDoNotCount() {
        var delivery = atTwo(9);
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofMinutes(4));
            return new SendOutcome.Doubtful(Blame.SENDER, SAID);
        });

        delivery.attempt(0);

        assertInstanceOf(PostState.Sending.class, delivery.state());
    }

    @Test
    void whoIsRefusedAgainForAnUnclearCauseIsRefused() {
        var delivery = quota(atTwo(3), 1, Blame.UNCLEAR);

        delivery.attempt(0);
        drain(delivery);

        assertEquals(new Tally(1, 2), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
        assertEquals(Set.of(Failure.Kind.REFUSED),
                failures(delivery).stream().map(Failure::kind).collect(Collectors.toSet()));
    }

    @Test
    void whoIsRefusedForOurSakeIsNeverSaidToBeRefused() {
        var delivery = quota(atTwo(3), 1, Blame.SENDER);

        delivery.attempt(0);
        drain(delivery);

        assertEquals(Set.of(Failure.Kind.LATER),
                failures(delivery).stream().map(Failure::kind).collect(Collectors.toSet()));
    }

    @Test
    void postRestsLongerEachTimeAndThenPeopleDecide() {
        var delivery = quota(atTwo(20), 0, Blame.SENDER);
        delivery.attempt(0);
        var began = delivery.clock.instant();
        parkAgain(delivery);
        assertEquals(began.plus(Duration.ofHours(1 + 4)), parked(delivery).until());
        parkAgain(delivery);
        assertEquals(began.plus(Duration.ofHours(1 + 4 + 24)), parked(delivery).until());
        assertEquals(List.of(), delivery.notices.sent());

        parkAgain(delivery);

        assertEquals(PostState.Parked.Cause.UNDECIDED, parked(delivery).cause());
        assertEquals(delivery.clock.instant().plus(Duration.ofDays(30)), parked(delivery).until());
        assertEquals(List.of(), failures(delivery));
    }

    private static Delivery undecided() {
        var delivery = quota(atTwo(20), 0, Blame.SENDER);
        var post = delivery.posts.find(delivery.received.id()).orElseThrow();
        delivery.posts.replace(post, post.with(new Post.Parties(Set.of(), Set.of(), List.of(AUTHOR))));
        delivery.attempt(0);
        parkAgain(delivery);
        parkAgain(delivery);
        parkAgain(delivery);
        return delivery;
    }

    /** The notice goes the way of the post, so it may not be taken either. */
    @Test
    void ownersAndAuthorAreToldAsSoonAsAMailIsTaken() {
        var delivery = undecided();
        var tell = delivery.tell();
        delivery.notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> supervise(delivery, tell).tend());
        delivery.notices.takeOnly(_ -> true);
        assertEquals(0, supervise(delivery, tell).tend());
        delivery.clock.advance(Duration.ofHours(1));

        assertEquals(1, supervise(delivery, tell).tend());
        assertEquals(0, supervise(delivery, tell).tend());

        assertEquals(PostNotice.PostStuck.Cause.UNDECIDED,
                delivery.notices.sent(PostNotice.PostStuck.class).getFirst().cause());
        assertEquals(List.of(AUTHOR), delivery.notices.sent(PostNotice.PostUndecided.class).stream()
                .map(PostNotice.PostUndecided::recipient).toList());
    }

    @Test
    void personWhoLetsItGoOnBeginsTheRestsAnew() {
        var delivery = undecided();

        new Control(delivery.posts, delivery.ranges, delivery.clock).resume(delivery.received.id());
        supervise(delivery).tend();
        var next = delivery.queue.take().orElseThrow();
        delivery.attempt(next.index());

        assertEquals(new PostState.Rests(1, 0), parked(delivery).sending().rests());
        assertEquals(PostState.Parked.Cause.LIMITED, parked(delivery).cause());
    }

    @Test
    void postThatNobodyDecidesAboutIsStopped() {
        var delivery = undecided();
        supervise(delivery).tend();
        delivery.clock.advance(Duration.ofDays(30));

        assertEquals(1, supervise(delivery).tend());

        assertEquals(new PostState.Cancelled(Tally.NONE, delivery.clock.instant(), false), delivery.state());
    }

    @Test
    void restsBeginAnewWhenSomebodyGotItInBetween() {
        var delivery = quota(atTwo(40), 10, Blame.SENDER);
        delivery.attempt(0);
        parkAgain(delivery);
        assertEquals(new PostState.Rests(2, 10), parked(delivery).sending().rests());

        quota(delivery, 20, Blame.SENDER);
        parkAgain(delivery);

        assertEquals(new PostState.Rests(1, 20), parked(delivery).sending().rests());
    }

    /** Dies with each call; the message comes again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void workerThatDiesWhileTheProviderHasEnoughCostsNobodyAnything(boolean lastCallHasItsEffect) {
        for (var call = 1;; call++) {
            var delivery = quota(atTwo(20).oneAtATime(), 8, Blame.UNCLEAR);
            var life = new Life(call, lastCallHasItsEffect);
            try {
                delivery.attempt(delivery.deliver(life), 0);
            } catch (Life.Ended _) {
                assertEquals(true, life.isOver());
            }
            if (!life.isOver()) {
                break;
            }
            delivery.clock.advance(Duration.ofMinutes(6));
            if (delivery.state() instanceof PostState.Sending) {
                delivery.attempt(0);
            }
            delivery.outbox.answer(_ -> ACCEPTED);
            delivery.clock.advance(Duration.ofHours(2));
            supervise(delivery).tend();
            if (delivery.state() instanceof PostState.Sending) {
                delivery.attempt(0);
            }
            drain(delivery);

            assertEquals(delivery.members.size(), delivery.copies().size(), "call " + call);
            var most = Delivery.SETTINGS.window();
            assertEquals(true, delivery.copies().values().stream().filter(copies -> copies > 1).count() <= most);
            assertEquals(List.of(), failures(delivery), "call " + call);
        }
    }
}
