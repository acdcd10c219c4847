package org.clubpost.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final ListId NEWS = new ListId("news");

    private final FixedClock clock = new FixedClock(FixedClock.START.plusNanos(1_234_567));
    private final Recorder recorder = new Recorder(Recording.KEYS, clock);

    private static Optional<EventKind> kind(Optional<Event> event) {
        return event.map(Event::kind);
    }

    @Test
    void onlyWhoBecomesOrCeasesToBeAMemberIsAnEvent() {
        for (var seen : SampleSubscribers.everyKind(NEWS).toList()) {
            for (var changed : SampleSubscribers.everyKind(NEWS).toList()) {
                var joins = !(seen instanceof Subscriber.Confirmed) && changed instanceof Subscriber.Confirmed;
                var leaves = (seen instanceof Subscriber.Confirmed || seen instanceof Subscriber.Suppressed)
                        && (changed instanceof Subscriber.Left || changed instanceof Subscriber.Removed
                                || changed instanceof Subscriber.Forgotten);
                var stops = seen instanceof Subscriber.Confirmed && changed instanceof Subscriber.Suppressed;

                assertEquals(joins || leaves || stops, recorder.changed(seen, changed).isPresent());
            }
            assertEquals(seen instanceof Subscriber.Confirmed, recorder.came(seen).isPresent());
            assertEquals(seen instanceof Subscriber.Confirmed, recorder.gone(seen).isPresent());
        }
    }

    @Test
    void whoIsTakenOffByTheServiceIsTakenOffForBounces() {
        var member = SampleSubscribers.aMember(NEWS, "anna@club.example");
        for (var way : Map.of(new Actor.Service(), RemoveWay.BOUNCES, new Actor.Operator(), RemoveWay.OWNER,
                new Actor.Owner(EmailAddress.of("olga@club.example")), RemoveWay.OWNER).entrySet()) {
            var removed = (Event.MemberRemoved) recorder
                    .changed(member, Subscriber.Removed.of(member, FixedClock.START, way.getKey())).orElseThrow();

            assertEquals(way.getValue(), removed.way());
        }
    }

    @Test
    void nothingIsAnEventWhereNobodyWantsAny() {
        var off = new Recorder(Recording.NONE, clock);
        for (var seen : SampleSubscribers.everyKind(NEWS).toList()) {
            assertTrue(off.came(seen).isEmpty());
            assertTrue(off.gone(seen).isEmpty());
            if (seen instanceof Subscriber.Confirmed member) {
                assertTrue(off.moved(member, member).isEmpty());
            }
            assertTrue(SampleSubscribers.everyKind(NEWS).allMatch(changed -> off.changed(seen, changed).isEmpty()));
        }
        var post = SamplePosts.aPost(NEWS);
        assertTrue(SamplePosts.everyState(post.id()).map(post::with)
                .allMatch(changed -> off.came(changed).isEmpty() && off.changed(post, changed).isEmpty()));
    }

    @Test
    void addressIsInItOnlyWhereItIsWanted() {
        var member = SampleSubscribers.aMember(NEWS, "anna@club.example");

        var keys = (Event.MemberConfirmed) recorder.came(member).orElseThrow();
        var addresses = (Event.MemberConfirmed) new Recorder(Recording.ADDRESSES, clock).came(member).orElseThrow();

        assertEquals(new Event.Who(member.id(), Optional.empty()), keys.who());
        assertEquals(new Event.Who(member.id(), Optional.of(member.person().address())), addresses.who());
        assertEquals(FixedClock.START.plusMillis(1), keys.time());
        assertEquals(keys.id(), addresses.id());
    }

    @Test
    void postThatStaysHeldIsNoNewsUnlessSomebodyElseHasToDecide() {
        var post = SamplePosts.aPost(NEWS);
        var forAuthor = post.with(new PostState.Held(Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM),
                PostState.Held.Decider.AUTHOR, List.of(), false, clock.instant()));
        var forOwners = post.with(SamplePosts.held("why"));

        assertEquals(Optional.of(EventKind.POST_HELD), kind(recorder.changed(post, forAuthor)));
        assertEquals(Optional.of(EventKind.POST_HELD), kind(recorder.changed(forAuthor, forOwners)));
        assertTrue(recorder.changed(forOwners, post.with(SamplePosts.held("why").asTold())).isEmpty());
        assertTrue(recorder.changed(forOwners, post).isEmpty());
    }

    @Test
    void postThatIsTriedAgainIsSentAgain() {
        var post = SamplePosts.aPost(NEWS);
        var done = done(post, 9);

        var first = recorder.changed(post.with(SamplePosts.aSending(post.id(), 4)), done).orElseThrow();
        var reported = recorder.changed(done, post.with(((PostState.Done) done.state()).asReported()));
        clock.advance(Duration.ofHours(1));
        var second = recorder.changed(post.with(SamplePosts.aSending(post.id(), 4)), done(post, 10)).orElseThrow();

        assertTrue(reported.isEmpty());
        assertEquals(new Tally(10, 0), ((Event.PostSent) second).tally());
        assertTrue(!first.id().equals(second.id()));
    }

    private Post done(Post post, int sent) {
        return post.with(new PostState.Done(new Tally(sent, 0), clock.instant(), clock.instant(), false));
    }

    @Test
    void changeOfAnAddressNamesBothKeys() {
        var before = SampleSubscribers.aMember(NEWS, "anna@club.example");
        var after = SampleSubscribers.aMember(NEWS, "anna@new.example");

        var event = (Event.AddressChanged) recorder.moved(before, after).orElseThrow();

        assertEquals(new Event.Who(after.id(), Optional.empty()), event.who());
        assertEquals(new Event.Who(before.id(), Optional.empty()), event.before());
    }
}
