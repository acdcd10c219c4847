package org.clubpost.core.event;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Events} must do, and the {@link Subscribers} and {@link Posts} of a database that records events
 * with addresses.
 */
public interface EventsContract {

    /** The events under test; nobody else records any there. */
    Events testee();

    /** The subscribers of the same database. */
    Subscribers subscribers();

    /** The posts of the same database. */
    Posts posts();

    private List<Event> about(ListId list) {
        return testee().oldest(1_000).stream().filter(event -> event.list().equals(list)).toList();
    }

    private List<EventKind> kinds(ListId list) {
        return about(list).stream().map(Event::kind).toList();
    }

    private void change(Subscriber changed) {
        assertTrue(subscribers().replace(subscribers().find(changed.list(), changed.id()).orElseThrow(), changed));
    }

    private static Subscriber.Left left(Subscriber.Confirmed member, LeaveWay way) {
        return new Subscriber.Left(member.list(), member.person(), member.consent(), FixedClock.START, way);
    }

    @Test
    default void memberWhoConfirmsIsRecordedOnceWithKeyAndAddress() {
        var member = aMember(freshListId(), "anna@club.example");
        subscribers().create(aPending(member.list(), "anna@club.example"));
        assertEquals(List.of(), about(member.list()));

        var seen = subscribers().find(member.list(), member.id()).orElseThrow();
        assertTrue(subscribers().replace(seen, member));
        assertFalse(subscribers().replace(seen, member));

        var event = (Event.MemberConfirmed) about(member.list()).getFirst();
        assertEquals(List.of(EventKind.MEMBER_CONFIRMED), kinds(member.list()));
        assertEquals(new Event.Who(member.id(), Optional.of(member.person().address())), event.who());
        assertEquals(JoinWay.of(member.consent()), event.way());
        assertEquals(event.time().truncatedTo(ChronoUnit.MILLIS), event.time());
    }

    @Test
    default void memberWhoUndoesTheirLeaveIsRecordedWithThatWay() {
        var member = aMember(freshListId(), "anna@club.example");
        assertTrue(subscribers().create(Subscriber.Left.of(member, FixedClock.START, LeaveWay.ONE_CLICK)));
        change(member);

        assertEquals(List.of(JoinWay.UNDO), ways(member.list()));
    }

    @Test
    default void memberWhoJoinsAgainIsRecordedWithTheNewWay() {
        var member = aMember(freshListId(), "anna@club.example");
        assertTrue(subscribers().create(Subscriber.Left.of(member, FixedClock.START, LeaveWay.ONE_CLICK)));
        change(new Subscriber.Confirmed(member.list(), member.person(), new Consent.AccountSignUp("cognito", "yes",
                FixedClock.START), FixedClock.START, true));

        assertEquals(List.of(JoinWay.ACCOUNT), ways(member.list()));
    }

    private List<JoinWay> ways(ListId list) {
        return about(list).stream().map(event -> ((Event.MemberConfirmed) event).way()).toList();
    }

    @Test
    default void memberWhoIsAddedIsRecordedOnce() {
        var member = aMember(freshListId(), "anna@club.example");

        assertTrue(subscribers().create(member));
        assertFalse(subscribers().create(member));

        assertEquals(List.of(EventKind.MEMBER_CONFIRMED), kinds(member.list()));
    }

    @Test
    default void everyMemberOfAnImportIsRecordedOnce() {
        var list = freshListId();
        var members = SampleSubscribers.members(list, 120);
        subscribers().create(members.get(7));
        subscribers().createAll(list, members);

        subscribers().createAll(list, members);

        assertEquals(120, about(list).size());
        assertEquals(members.stream().map(member -> member.id().hex()).collect(Collectors.toSet()),
                about(list).stream().map(Event::about).collect(Collectors.toSet()));
    }

    @Test
    default void whoLeavesIsToldFromWhoIsRemoved() {
        var list = freshListId();
        for (var way : LeaveWay.values()) {
            var member = aMember(list, way + "@club.example");
            subscribers().create(member);
            change(left(member, way));
        }
        var removed = aMember(list, "removed@club.example");
        subscribers().create(removed);
        change(Subscriber.Removed.of(removed, FixedClock.START, new Actor.Operator()));
        var gone = aMember(list, "gone@club.example");
        subscribers().create(gone);
        assertTrue(subscribers().remove(subscribers().find(list, gone.id()).orElseThrow()));

        assertEquals(Stream.of(LeaveWay.values()).collect(Collectors.toSet()),
                about(list).stream().filter(Event.MemberLeft.class::isInstance)
                        .map(event -> ((Event.MemberLeft) event).way()).collect(Collectors.toSet()));
        assertEquals(2, kinds(list).stream().filter(EventKind.MEMBER_REMOVED::equals).count());
    }

    @Test
    default void changeThatLosesARaceIsNotRecorded() throws InterruptedException {
        var member = aMember(freshListId(), "anna@club.example");
        subscribers().create(member);
        var seen = subscribers().find(member.list(), member.id()).orElseThrow();

        assertEquals(1, Race.winners(4, () -> subscribers().replace(seen, left(member, LeaveWay.PAGE))));

        assertEquals(1, kinds(member.list()).stream().filter(EventKind.MEMBER_LEFT::equals).count());
    }

    @Test
    default void postIsRecordedWhenItIsHeldAndWhenItIsDone() {
        var list = freshListId();
        var states = SamplePosts.everyState(SamplePosts.aPost(list).id()).toList();
        var expected = states.stream()
                .filter(state -> state instanceof PostState.Held || state instanceof PostState.Done)
                .count();
        for (var state : states) {
            var post = SamplePosts.aPost(list);
            posts().create(post);
            assertEquals(post.with(state).state().equals(post.state()) || posts().replace(post, post.with(state)),
                    true);
            if (state instanceof PostState.Held held) {
                assertTrue(posts().replace(post.with(state), post.with(held.asTold())) || held.told());
            }
            if (state instanceof PostState.Done done) {
                assertTrue(posts().replace(post.with(state), post.with(done.asReported())) || done.reported());
            }
        }

        assertEquals(expected, about(list).size());
        assertTrue(kinds(list).stream().allMatch(kind -> kind == EventKind.POST_HELD || kind == EventKind.POST_SENT));
    }

    @Test
    default void eventsComeOldestFirstAndNoMoreThanWanted() {
        var list = freshListId();
        subscribers().createAll(list, SampleSubscribers.members(list, 30));
        change(left(SampleSubscribers.members(list, 30).getFirst(), LeaveWay.MAIL));

        var all = testee().oldest(1_000);

        assertEquals(all.stream().map(Event::time).sorted().toList(), all.stream().map(Event::time).toList());
        assertEquals(all.subList(0, 3), testee().oldest(3));
    }

    @Test
    default void whatIsRemovedIsGoneAndTheRestStays() {
        var list = freshListId();
        subscribers().createAll(list, SampleSubscribers.members(list, 130));
        var all = about(list);

        testee().remove(all.subList(0, 110));
        testee().remove(all.subList(0, 110));
        testee().remove(List.of());

        assertEquals(all.subList(110, 130), about(list));
    }

    @Test
    default void addressIsReadAsItWasWritten() {
        var list = freshListId();
        var address = EmailAddress.of("Anna.Muessig+chess@Bücher-Straße.example");
        var person = SampleSubscribers.aPerson(SampleSubscribers.aKey("0a"), address.written());
        subscribers().create(aMember(list, person));

        var who = ((Event.MemberConfirmed) about(list).getFirst()).who();

        assertEquals(Optional.of(address), who.address());
    }
}
