package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** What every {@link NoteTasks} must do. */
public interface NoteTasksContract {

    /** The tasks under test. May hold what other tests left there. */
    NoteTasks testee();

    /** The tasks of that list that are due. */
    default List<NoteTask> due(ListId list, Instant now) {
        return testee().due(now, 1000).stream().filter(task -> task.list().equals(list)).toList();
    }

    private static NoteTask.Follow follow(ListId list, Instant due) {
        return new NoteTask.Follow(list, due, SampleSubscribers.aKey("0a"));
    }

    @Test
    default void tasksAreFoundWhenTheyAreDueInTheOrderOfTheirTimes() {
        var list = SampleLists.freshListId();
        var now = FixedClock.START;
        var later = follow(list, now.plusMillis(1));
        var first = new NoteTask.NewPost(list, now.minusSeconds(3), SamplePosts.aPost(list).id());
        var second = follow(list, now);

        testee().add(List.of(later, second, first));

        assertEquals(List.of(first, second), due(list, now));
        assertEquals(List.of(first, second, later), due(list, now.plusMillis(1)));
    }

    @Test
    default void everyKindComesBack() {
        var list = SampleLists.freshListId();
        var person = SampleSubscribers.aKey("0a");
        var now = FixedClock.START;
        var all = List.<NoteTask>of(new NoteTask.Reminder(list, now.minusMillis(5), person),
                new NoteTask.NewPost(list, now.minusMillis(4), SamplePosts.aPost(list).id()),
                new NoteTask.Follow(list, now.minusMillis(3), person),
                new NoteTask.Goodbye(list, now.minusMillis(2), person),
                new NoteTask.SettingsLink(list, now.minusMillis(1), person),
                new NoteTask.Application(list, now, person), new NoteTask.PauseBegun(list, now, person),
                new NoteTask.Refusal(list, now, person),
                new NoteTask.Erase(list, now.plusMillis(1), person, now.minus(Duration.ofDays(3)),
                        ForgetWay.PERSON),
                Errand.of(list, now.plusMillis(2), new Errand.Decision(SamplePosts.aPost(list).id(),
                        Errand.Decision.Wish.REFUSE)),
                Errand.of(list, now.plusMillis(3), new Errand.RoleOffer(EntryId.of(now, "asked"))),
                Errand.of(list, now.plusMillis(4), new Errand.TestCopy("0123456789abcdef0123456789abcdef")),
                Errand.of(list, now.plusMillis(5), new Errand.PeopleNews(EntryId.of(now, "came"))),
                new Errand(list, now.plusMillis(6), new Errand.MakersNews(now), 12));

        testee().add(all);

        assertEquals(all, due(list, now.plusMillis(6)));
        testee().remove(all);
        assertEquals(List.of(), due(list, now.plusMillis(6)));
    }

    @Test
    default void nothingWaitsBehindMailsToMany() {
        var list = SampleLists.freshListId();
        var now = FixedClock.START;
        var added = new NoteTask.Added(list, now.minusSeconds(2), SampleSubscribers.aKey("0a"));
        var later = new NoteTask.Added(list, now.plusMillis(1), SampleSubscribers.aKey("0b"));
        var other = follow(list, now);

        testee().add(List.of(added, later, other, added));

        assertEquals(List.of(other), due(list, now.plusSeconds(1)));
        assertEquals(List.of(added), forMany(list, now));
        assertEquals(List.of(added, later), forMany(list, now.plusMillis(1)));
        testee().remove(List.of(added, later));
        assertEquals(List.of(), forMany(list, now.plusMillis(1)));
    }

    private List<NoteTask.Added> forMany(ListId list, Instant now) {
        return testee().dueForMany(now, 1000).stream().filter(task -> task.list().equals(list)).toList();
    }

    @Test
    default void addingAndRemovingTwiceIsNoMoreThanOnce() {
        var list = SampleLists.freshListId();
        var task = follow(list, FixedClock.START);
        var other = task.at(FixedClock.START.plus(Duration.ofMinutes(10)));
        testee().add(List.of(task));
        testee().add(List.of(task, other));

        testee().remove(List.of(task));
        testee().remove(List.of(task));

        assertEquals(List.of(other), due(list, other.due()));
    }

    @Test
    default void noMoreAreReadThanWanted() {
        var list = SampleLists.freshListId();
        testee().add(List.of(follow(list, FixedClock.START), follow(list, FixedClock.START.plusMillis(1))));

        assertEquals(1, testee().due(FixedClock.START.plusSeconds(1), 1).size());
    }
}
