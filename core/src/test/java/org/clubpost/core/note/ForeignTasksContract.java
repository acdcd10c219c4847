package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** What stored tasks must do beside those of another version. */
public interface ForeignTasksContract extends NoteTasksContract {

    /** Stores a task as another version would. */
    void store(ListId list, Instant due, String kind, String about);

    /** How many tasks of that list are stored that have this text as what they are about. */
    long stored(ListId list, String about);

    /** How this store calls decisions about posts. */
    String decision();

    private static SubscriberId person() {
        return SampleSubscribers.aKey("0a");
    }

    @Test
    default void whatOnlyAnotherVersionUnderstandsStaysAndHoldsUpNobody() {
        var list = SampleLists.freshListId();
        var past = FixedClock.START.minusSeconds(100);
        for (var i = 0; i < 7; i++) {
            store(list, past.plusMillis(i), "SING", "a song");
        }
        store(list, past, decision(), SamplePosts.aPost(list).id().value() + "@PONDER");
        store(list, past, decision(), "nonsense");
        var known = new NoteTask.Follow(list, FixedClock.START, person());
        testee().add(List.of(known));

        var found = testee().due(FixedClock.START, 1000).stream().filter(task -> task.list().equals(list)).toList();

        assertEquals(List.of(known), found);
        assertEquals(7, stored(list, "a song"));
        assertEquals(1, stored(list, "nonsense"));
    }

    @Test
    default void asManyAreReadAsWantedBehindThoseOfAnotherVersion() {
        var list = SampleLists.freshListId();
        var first = Instant.EPOCH;
        for (var i = 0; i < 5; i++) {
            store(list, first.plusMillis(i), "SING", "song " + i);
        }
        var one = new NoteTask.Follow(list, first.plusMillis(5), person());
        var other = new NoteTask.Follow(list, first.plusMillis(6), person());
        testee().add(List.of(one, other));

        assertEquals(List.of(one), testee().due(first.plusMillis(10), 1));
        assertEquals(List.of(one, other), testee().due(first.plusMillis(10), 2));
        testee().remove(List.of(one, other));
    }
}
