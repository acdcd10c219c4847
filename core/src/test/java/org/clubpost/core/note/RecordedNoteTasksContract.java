package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.Test;

/** What a database that records tasks must do. Its clock stands at {@link FixedClock#START}. */
public interface RecordedNoteTasksContract extends NoteTasksContract {

    /** The subscribers beside the tasks. */
    Subscribers subscribers();

    /** The posts beside the tasks. */
    Posts posts();

    private List<String> followed(ListId list) {
        return due(list, FixedClock.START).stream().map(NoteTask::about).toList();
    }

    private void forget(ListId list) {
        testee().remove(due(list, FixedClock.START));
    }

    private static Subscriber.Confirmed told(Subscriber.Confirmed member) {
        return member.with(member.settings().with(new Notification.ByMail()));
    }

    private void replace(Subscriber changed) {
        assertTrue(subscribers().replace(subscribers().find(changed.list(), changed.id()).orElseThrow(), changed));
    }

    @Test
    default void whoChoosesNothingLeadsToNothing() {
        var member = SampleSubscribers.aMember(SampleLists.freshListId(), "anna@club.example");
        subscribers().create(member);
        replace(member.in(Set.of(new GroupName("board"))));
        subscribers().remove(subscribers().find(member.list(), member.id()).orElseThrow());

        assertEquals(List.of(), followed(member.list()));
    }

    @Test
    default void everyChangeOfAChoiceIsFollowed() {
        var member = SampleSubscribers.aMember(SampleLists.freshListId(), "anna@club.example");
        subscribers().create(member);

        replace(told(member));
        assertEquals(List.of(member.id().hex()), followed(member.list()));
        forget(member.list());
        replace(told(member).asGreeted());
        assertEquals(List.of(), followed(member.list()), "nothing changed that matters");
        replace(new Subscriber.Left(member.list(), member.person(), member.consent(), FixedClock.START,
                LeaveWay.PAGE));

        assertEquals(List.of(member.id().hex()), followed(member.list()));
    }

    @Test
    default void whoLeavesIsToldGoodbyeAndFollowedNoMore() {
        var member = told(SampleSubscribers.aMember(SampleLists.freshListId(), "anna@club.example"));
        subscribers().create(member);
        forget(member.list());
        replace(Subscriber.Left.of(member, FixedClock.START, LeaveWay.ONE_CLICK));

        assertEquals(Set.of(new NoteTask.Follow(member.list(), FixedClock.START, member.id()),
                new NoteTask.Goodbye(member.list(), FixedClock.START, member.id())),
                Set.copyOf(due(member.list(), FixedClock.START)));
        forget(member.list());
        replace(member);
        forget(member.list());
        replace(Subscriber.Removed.of(member, FixedClock.START, new Actor.Operator()));

        assertEquals(List.of(member.id().hex()), followed(member.list()), "an owner's word brings no goodbye");
    }

    @Test
    default void whoAsksToJoinIsRemindedOnceForARequest() {
        var asked = SampleSubscribers.aPending(SampleLists.freshListId(), "anna@club.example");
        var after = FixedClock.START.plus(Duration.between(FixedClock.START, asked.expiresAt()).dividedBy(2));
        var reminder = new NoteTask.Reminder(asked.list(), after.truncatedTo(ChronoUnit.MILLIS), asked.id());
        subscribers().create(asked);

        assertEquals(List.of(), due(asked.list(), after.minusMillis(1)));
        assertEquals(List.of(reminder), due(asked.list(), after));
        testee().remove(List.of(reminder));
        replace(asked.with(SampleSubscribers.aPending(asked.list(), "anna@club.example").links().getFirst()));
        subscribers().remove(subscribers().find(asked.list(), asked.id()).orElseThrow());

        assertEquals(List.of(), due(asked.list(), after), "a further link is no further request");
    }

    @Test
    default void changeThatIsNotMadeIsNotFollowed() {
        var member = SampleSubscribers.aMember(SampleLists.freshListId(), "anna@club.example");
        subscribers().create(member);
        var seen = subscribers().find(member.list(), member.id()).orElseThrow();
        replace(member.asGreeted());

        assertFalse(subscribers().replace(seen, told(member)));

        assertEquals(List.of(), followed(member.list()));
    }

    @Test
    default void whoComesWithAChoiceIsFollowedAndWhoIsRemovedIsFollowedNoMore() {
        var list = SampleLists.freshListId();
        var members = SampleSubscribers.members(list, 70).stream().map(RecordedNoteTasksContract::told).toList();
        subscribers().create(members.getFirst());
        subscribers().createAll(list, members);

        assertEquals(members.stream().map(each -> each.id().hex()).collect(Collectors.toSet()),
                due(list, FixedClock.START).stream().map(NoteTask::about).collect(Collectors.toSet()));
        forget(list);
        subscribers().remove(subscribers().find(list, members.getFirst().id()).orElseThrow());

        assertEquals(List.of(members.getFirst().id().hex()), followed(list));
    }

    @Test
    default void onlyAPostToEverybodyThatIsDoneIsTold() {
        var list = SampleLists.freshListId();
        for (var state : SamplePosts.everyState(SamplePosts.aPost(list).id()).toList()) {
            var post = SamplePosts.aPost(list);
            posts().create(post);
            posts().replace(post, post.with(state));
            if (state instanceof PostState.Done) {
                assertEquals(List.of(new NoteTask.NewPost(list, FixedClock.START, post.id())),
                        due(list, FixedClock.START));
                posts().replace(post.with(state), post.with(state));
            }
            assertEquals(state instanceof PostState.Done ? 1 : 0, due(list, FixedClock.START).size(),
                    state::toString);
            forget(list);
        }
    }

    @Test
    default void postToAGroupIsNotTold() {
        var list = SampleLists.freshListId();
        var all = SamplePosts.aPost(list);
        var post = new Post(all.id(), list, all.mail(), all.headline(),
                new Post.Parties(Set.of(), Set.of(), List.of(),
                        new Audience.InGroups(new TreeSet<>(Set.of(new GroupName("board"))))),
                all.state());
        posts().create(post);

        posts().replace(post, post.with(SamplePosts.everyState(post.id()).filter(PostState.Done.class::isInstance)
                .findFirst().orElseThrow()));

        assertEquals(List.of(), due(list, FixedClock.START));
    }
}
