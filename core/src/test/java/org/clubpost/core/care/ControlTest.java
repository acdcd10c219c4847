package org.clubpost.core.care;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.Delivery;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that somebody stops, lets go on or has tried again, and posts that stop and go on by themselves. */
final class ControlTest {

    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("");

    private static Control control(Delivery delivery) {
        return new Control(delivery.posts, delivery.ranges, delivery.clock);
    }

    private static Supervise supervise(Delivery delivery) {
        return supervise(delivery, Life.eternal());
    }

    private static Supervise supervise(Delivery delivery, Tell tell) {
        return new Supervise(delivery.lists, delivery.posts, delivery.plan(Life.eternal()), tell, delivery.clock);
    }

    private static Supervise supervise(Delivery delivery, Life life) {
        return new Supervise(delivery.lists, life.of(Posts.class, delivery.posts), delivery.plan(life), delivery.tell(),
                delivery.clock);
    }

    /** Works through what is in the queue until nothing is. */
    private static void drain(Delivery delivery) {
        for (var next = delivery.queue.take(); next.isPresent(); next = delivery.queue.take()) {
            delivery.attempt(next.get().index());
        }
    }

    // Waiting for the whole list

    @Test
    void nothingGoesOutWhileTheListIsStopped() {
        var delivery = new Delivery(20).planned(0);
        delivery.halted = true;
        delivery.attempt(0);
        assertEquals(0, delivery.outbox.recipients().size());
        assertTrue(delivery.state() instanceof PostState.Parked parked && parked.isWithList());
        assertInstanceOf(Control.Outcome.Senseless.class, control(delivery).resume(delivery.received.id()));
        delivery.attempt(0);

        delivery.halted = false;
        delivery.clock.advance(Duration.ofDays(1));
        supervise(delivery).tend();
        drain(delivery);
        assertEquals(20, delivery.outbox.recipients().size());
    }

    // Pausing and going on

    @Test
    void pausedPostStopsAtTheNextLook() {
        var delivery = new Delivery(20).planned(0);
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofMillis(300));
            control(delivery).pause(delivery.received.id());
            return ACCEPTED;
        });

        assertEquals(new Deliver.Outcome.Stopped(), delivery.attempt(0));

        assertEquals(Delivery.BATCH, delivery.outbox.accepted().size());
        assertInstanceOf(PostState.Paused.class, delivery.state());
    }

    @Test
    void pausedPostGoesOnForWhoIsLeft() {
        var delivery = new Delivery(20).planned(0);
        delivery.outbox.answer(_ -> {
            delivery.clock.advance(Duration.ofMillis(300));
            control(delivery).pause(delivery.received.id());
            return ACCEPTED;
        });
        delivery.attempt(0);
        delivery.outbox.answer(_ -> ACCEPTED);
        assertEquals(0, supervise(delivery).tend());

        assertInstanceOf(Control.Outcome.Changed.class, control(delivery).resume(delivery.received.id()));
        assertEquals(1, supervise(delivery).tend());
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(20, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void postThatWasPausedWithNobodyLeftIsDoneWhenItGoesOn() {
        var delivery = new Delivery(3).planned(0);
        delivery.outbox.answer(_ -> {
            control(delivery).pause(delivery.received.id());
            return ACCEPTED;
        });
        delivery.attempt(0);
        assertInstanceOf(PostState.Paused.class, delivery.state());

        control(delivery).resume(delivery.received.id());
        supervise(delivery).tend();
        drain(delivery);

        assertInstanceOf(PostState.Done.class, delivery.state());
        assertEquals(3, delivery.outbox.accepted().size());
    }

    /**
     * A message of another range may lie in the queue with a delay, and be taken up before anybody looks after the
     * posts.
     */
    @Test
    void rangesWhoseMessagesCameWhileThePostWasPausedAreServedWhenAnotherTakesItUp() {
        var delivery = new Delivery(20).planned(1);
        control(delivery).pause(delivery.received.id());
        assertEquals(new Deliver.Outcome.Stopped(), delivery.attempt(0));
        control(delivery).resume(delivery.received.id());

        assertEquals(new Deliver.Outcome.Finished(), delivery.attempt(1));
        assertEquals(0, supervise(delivery).tend());
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertInstanceOf(PostState.Done.class, delivery.state());
    }

    @Test
    void pausedPostThatWaitedForTheProviderDoesNotGoOnByItself() {
        var delivery = new Delivery(6).planned(0);
        var sending = assertInstanceOf(PostState.Sending.class, delivery.state());
        delivery.put(new PostState.Parked(sending, PostState.Parked.Cause.DAY_SPENT, Reason.of(Reason.Cause.DAY_SPENT),
                delivery.clock.instant(),
                false));

        control(delivery).pause(delivery.received.id());

        assertEquals(0, supervise(delivery).tend());
        assertEquals(new PostState.Paused(sending, delivery.clock.instant()), delivery.state());
    }

    static Stream<PostState> statesOfPostsOnTheirWay() {
        return SamplePosts.everyState(new Delivery(1).received.id())
                .filter(state -> state instanceof PostState.Waiting || state instanceof PostState.Sending
                        || state instanceof PostState.Paused || state instanceof PostState.Parked
                        || state instanceof PostState.Resumed);
    }

    @ParameterizedTest
    @MethodSource("statesOfPostsOnTheirWay")
    void postOnItsWayCanBeStoppedForGood(PostState state) {
        var delivery = new Delivery(3).put(state);

        control(delivery).cancel(delivery.received.id());

        assertEquals(new PostState.Cancelled(Tally.NONE, delivery.clock.instant(), false), delivery.state());
    }

    /** The posts as somebody sees them whom another is quicker than with so many changes. */
    private static Posts quicker(Delivery delivery, int changes) {
        var left = new AtomicInteger(changes);
        return (Posts) Proxy.newProxyInstance(Posts.class.getClassLoader(), new Class<?>[]{Posts.class},
                (_, method, arguments) -> method.getName().equals("replace") && left.getAndDecrement() > 0
                        ? false
                        : method.invoke(delivery.posts, arguments));
    }

    @Test
    void wishIsRepeatedWhenAnotherWasQuicker() {
        var delivery = new Delivery(3).planned(0);

        assertInstanceOf(Control.Outcome.Changed.class,
                new Control(quicker(delivery, Pause.ATTEMPTS - 1), delivery.ranges, delivery.clock)
                        .pause(delivery.received.id()));

        assertInstanceOf(PostState.Paused.class, delivery.state());
    }

    @Test
    void wishOnAPostThatChangesAllTheTimeIsToBeRepeatedLater() {
        var delivery = new Delivery(3).planned(0);
        var before = delivery.state();
        var control = new Control(quicker(delivery, Pause.ATTEMPTS), delivery.ranges, delivery.clock);

        assertThrows(UnavailableException.class, () -> control.pause(delivery.received.id()));

        assertEquals(before, delivery.state());
    }

    @Test
    void postThatChangedMeanwhileIsLeftToTheNextSweep() {
        var delivery = new Delivery(3).planned(0);
        control(delivery).pause(delivery.received.id());
        control(delivery).resume(delivery.received.id());

        assertEquals(0,
                new Supervise(delivery.lists, quicker(delivery, 1), delivery.plan(Life.eternal()), delivery.tell(),
                        delivery.clock)
                        .tend());
        assertEquals(List.of(), delivery.queue.added());
        assertEquals(1, supervise(delivery).tend());
    }

    @Test
    void nothingIsDoneAboutPostsWhoseTimeHasNotCome() {
        var unreported = (Predicate<PostState>) state -> (state instanceof PostState.Done done && !done.reported())
                || (state instanceof PostState.Cancelled cancelled && !cancelled.reported());
        SamplePosts.everyState(new Delivery(1).received.id()).filter(unreported.negate()).forEach(state -> {
            var delivery = new Delivery(3).put(state);
            delivery.clock.set(FixedClock.START.minusSeconds(1));

            assertEquals(0, supervise(delivery).tend(), state::toString);
            assertEquals(state, delivery.state());
        });
    }

    @Test
    void cancelledPostStaysCancelled() {
        var delivery = new Delivery(20).planned(1);
        delivery.attempt(0);

        assertInstanceOf(Control.Outcome.Changed.class, control(delivery).cancel(delivery.received.id()));
        delivery.attempt(1);
        delivery.clock.advance(Duration.ofDays(1));
        supervise(delivery).tend();
        drain(delivery);

        assertEquals(10, delivery.outbox.accepted().size());
        assertEquals(new Tally(10, 0), assertInstanceOf(PostState.Cancelled.class, delivery.state()).tally());
    }

    /** Copies that were under way are recorded after the stop; the report and the post's state know of them. */
    @Test
    void reportOfAPostThatWasStoppedCountsTheCopiesThatWereUnderWay() {
        var delivery = new Delivery(20).planned(0).oneAtATime();
        var refused = delivery.members.get(2).person().address();
        delivery.outbox.answer(mail -> {
            delivery.clock.advance(Duration.ofMillis(300));
            control(delivery).cancel(delivery.received.id());
            return mail.recipient().equals(refused)
                    ? new SendOutcome.Refused(Reason.quoted("no such mailbox"))
                    : ACCEPTED;
        });
        assertEquals(0, supervise(delivery).tend());
        var stopped = delivery.clock.instant().plusMillis(300);

        assertEquals(new Deliver.Outcome.Stopped(), delivery.attempt(0));
        assertEquals(new PostState.Cancelled(Tally.NONE, stopped, false), delivery.state());
        assertEquals(0, supervise(delivery).tend());
        delivery.clock.advance(Duration.ofMinutes(1));
        assertEquals(1, supervise(delivery).tend());
        assertEquals(0, supervise(delivery).tend());

        assertEquals(new PostState.Cancelled(new Tally(3, 1), stopped, true), delivery.state());
        assertEquals(List.of(new PostNotice.PostReport.Result.Stopped(stopped, 3,
                List.of(new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.REFUSED,
                        Reason.quoted("no such mailbox"), 1)))),
                delivery.notices.sent(PostNotice.PostReport.class).stream().map(PostNotice.PostReport::result)
                        .distinct()
                        .toList());
    }

    static Stream<PostState> statesThatNothingCanBeDoneAbout() {
        return SamplePosts.everyState(SamplePosts.aPost(new Delivery(1).news.id()).id())
                .filter(state -> state instanceof PostState.Received || state instanceof PostState.Held
                        || state instanceof PostState.Rejected || state instanceof PostState.Discarded
                        || state instanceof PostState.Cancelled);
    }

    @ParameterizedTest
    @MethodSource("statesThatNothingCanBeDoneAbout")
    void whatMakesNoSenseChangesNothing(PostState state) {
        var delivery = new Delivery(3).put(state);
        var control = control(delivery);
        var id = delivery.received.id();

        for (var outcome : List.of(control.pause(id), control.resume(id), control.cancel(id), control.retry(id))) {
            assertInstanceOf(Control.Outcome.Senseless.class, outcome);
        }
        assertEquals(state, delivery.state());
    }

    @Test
    void unknownPostIsUnknown() {
        var delivery = new Delivery(3);
        var nobodys = SamplePosts.aPost(delivery.news.id()).id();

        assertEquals(new Control.Outcome.Unknown(), control(delivery).pause(nobodys));
    }

    // Trying again

    @Test
    void retryGoesToExactlyThoseWhoDidNotGetIt() {
        var delivery = new Delivery(250).planned(1);
        var refused = delivery.members.subList(10, 130).stream().map(member -> member.person().address()).toList();
        delivery.outbox.answer(mail -> refused.contains(mail.recipient())
                ? new SendOutcome.Refused(Reason.quoted("no such mailbox"))
                : ACCEPTED);
        delivery.attempt(0);
        delivery.attempt(1);
        assertEquals(new Tally(130, 120), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
        delivery.outbox.answer(_ -> ACCEPTED);

        assertInstanceOf(Control.Outcome.Changed.class, control(delivery).retry(delivery.received.id()));
        supervise(delivery).tend();
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(250, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
        assertInstanceOf(Control.Outcome.Senseless.class, control(delivery).retry(delivery.received.id()));
    }

    @Test
    void timeOfAPostThatIsTriedAgainCountsFromThen() {
        var delivery = new Delivery(3).planned(0);
        delivery.outbox.answer(_ -> new SendOutcome.Refused(Reason.quoted("no such mailbox")));
        delivery.attempt(0);
        delivery.outbox.answer(_ -> ACCEPTED);
        delivery.clock.advance(Duration.ofDays(2));
        var again = delivery.clock.instant();

        control(delivery).retry(delivery.received.id());
        delivery.clock.advance(Duration.ofMinutes(1));
        supervise(delivery).tend();
        drain(delivery);

        assertEquals(new PostState.Done(new Tally(3, 0), again, again.plus(Duration.ofMinutes(1)), false),
                delivery.state());
    }

    // Waiting for a time

    @Test
    void waitingPostGoesOutAtItsTime() {
        var delivery = new Delivery(3);
        var until = delivery.clock.instant().plus(Duration.ofMinutes(10));
        delivery.put(new PostState.Waiting(delivery.received.id().preparedMail(), PostState.Waiting.Why.UNDO, until,
                List.of()));
        delivery.clock.advance(Duration.ofMinutes(9));
        assertEquals(0, supervise(delivery).tend());

        delivery.clock.advance(Duration.ofMinutes(1));
        assertEquals(1, supervise(delivery).tend());
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertInstanceOf(PostState.Done.class, delivery.state());
    }

    @Test
    void waitingPostCanBeSentAtOnceOrTakenBack() {
        var id = SamplePosts.aPost(new Delivery(1).news.id()).id();
        var later = new PostState.Waiting(id.preparedMail(), PostState.Waiting.Why.QUIET_HOURS,
                SamplePosts.aSending(id, 1).since().plus(Duration.ofDays(2)), List.of());
        var sent = new Delivery(3).put(later);
        var takenBack = new Delivery(3).put(later);

        control(sent).resume(sent.received.id());
        supervise(sent).tend();
        drain(sent);
        control(takenBack).cancel(takenBack.received.id());
        takenBack.clock.advance(Duration.ofDays(3));
        supervise(takenBack).tend();
        drain(takenBack);

        assertEquals(oneEach(sent.members), sent.copies());
        assertEquals(List.of(), takenBack.outbox.accepted());
        assertInstanceOf(PostState.Cancelled.class, takenBack.state());
    }

    // Waiting for the provider

    @ParameterizedTest
    @ValueSource(strings = {"DAY_SPENT", "BLOCKED"})
    void parkedPostGoesOnByItself(String cause) {
        var delivery = new Delivery(20).planned(1);
        delivery.outbox.answer(_ -> delivery.outbox.accepted().size() < 6
                ? ACCEPTED
                : new SendOutcome.Deferred(DeferralCause.valueOf(cause), Reason.quoted("not now")));
        delivery.attempt(0);
        var parked = assertInstanceOf(PostState.Parked.class, delivery.state());
        assertEquals(cause.equals("BLOCKED"), parked.isNews());
        assertEquals(new Deliver.Outcome.Stopped(), delivery.attempt(1));
        var untold = delivery.tell();
        assertEquals(parked.isNews() ? 1 : 0, supervise(delivery, untold).tend());
        assertEquals(0, supervise(delivery, untold).tend());
        assertEquals(parked.isNews() ? 1 : 0, delivery.notices.sent(PostNotice.PostStuck.class).size());

        delivery.outbox.answer(_ -> ACCEPTED);
        delivery.clock.advance(Duration.ofMinutes(15));
        assertEquals(1, supervise(delivery).tend());
        drain(delivery);

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertEquals(new Tally(20, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    /** Dies with each call; then the next sweep comes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sweepThatDiesIsMadeUpForByTheNext(boolean lastCallHasItsEffect) {
        for (var call = 1;; call++) {
            var delivery = new Delivery(6);
            delivery.put(new PostState.Waiting(delivery.received.id().preparedMail(), PostState.Waiting.Why.UNDO,
                    delivery.clock.instant(), List.of()));
            var life = new Life(call, lastCallHasItsEffect);
            try {
                supervise(delivery, life).tend();
            } catch (Life.Ended _) {
                assertEquals(true, life.isOver());
            }
            if (!life.isOver()) {
                break;
            }

            delivery.clock.advance(Duration.ofMinutes(6));
            supervise(delivery).tend();
            drain(delivery);

            assertEquals(oneEach(delivery.members), delivery.copies(), "died at call " + call);
            assertInstanceOf(PostState.Done.class, delivery.state());
        }
    }

    // Own copies

    @Test
    void whoHasTheMailAlreadyAndWantsNoSecondOneGetsNone() {
        var delivery = new Delivery(4);
        var author = delivery.members.get(0);
        var addressed = delivery.members.get(1);
        var alsoAddressed = delivery.members.get(2);
        delivery.planned(0);
        var post = delivery.posts.find(delivery.received.id()).orElseThrow();
        delivery.posts.replace(post, post.with(new Post.Parties(Set.of(author.id()),
                Set.of(addressed.id(), alsoAddressed.id()), List.of(EmailAddress.of("a@club.example")))));
        set(delivery, author, MemberSettings.DEFAULT.with(OwnPosts.RECEIPT));
        set(delivery, addressed, MemberSettings.DEFAULT.withCopyWhenAddressed(false));
        set(delivery, delivery.members.get(3), new MemberSettings(OwnPosts.NONE, false));

        delivery.attempt(0);

        assertEquals(oneEach(delivery.members.subList(2, 4)), delivery.copies());
        assertEquals(new Tally(2, 0), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    private static void set(Delivery delivery, Subscriber.Confirmed member, MemberSettings settings) {
        var stored = delivery.subscribers.find(member.list(), member.id()).orElseThrow();
        delivery.subscribers.replace(stored, member.with(settings));
    }
}
