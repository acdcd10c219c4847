package org.clubpost.core.owners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** What every {@link GatheredNews} must do. */
public interface GatheredNewsContract {

    /** The news under test. May hold what other tests left there. */
    GatheredNews testee();

    /** The news of that list that are due. */
    default List<News> due(ListId list, Instant now) {
        return testee().due(now, 1000).stream().filter(news -> news.list().equals(list)).toList();
    }

    private static News joined(ListId list, Instant due) {
        return News.of(list, News.Kind.JOINED, SampleSubscribers.aKey("0a"), due);
    }

    @Test
    default void newsAreFoundWhenTheyAreDueInTheOrderOfTheirTimes() {
        var list = SampleLists.freshListId();
        var now = FixedClock.START;
        var later = joined(list, now.plusMillis(1));
        var second = joined(list, now);
        var first = News.of(list, News.Kind.STILL_HELD, SamplePosts.aPost(list).id(), now.minusSeconds(3));

        List.of(later, second, first).forEach(testee()::add);

        assertEquals(List.of(first, second), due(list, now));
        assertEquals(List.of(first, second, later), due(list, now.plusMillis(1)));
    }

    @Test
    default void eachKindIsToldOfTheSamePost() {
        var list = SampleLists.freshListId();
        var post = SamplePosts.aPost(list).id();
        for (var kind : News.Kind.values()) {
            testee().add(News.of(list, kind, post, FixedClock.START));
        }

        assertEquals(News.Kind.values().length, due(list, FixedClock.START).size());
    }

    @Test
    default void addingAndRemovingTwiceIsNoMoreThanOnce() {
        var list = SampleLists.freshListId();
        var news = joined(list, FixedClock.START);
        var other = joined(list, FixedClock.START.plusSeconds(3600));
        testee().add(news);
        testee().add(news);
        testee().add(other);

        testee().remove(List.of(news));
        testee().remove(List.of(news));

        assertEquals(List.of(other), due(list, other.due()));
    }

    @Test
    default void noMoreAreReadThanWanted() {
        var list = SampleLists.freshListId();
        testee().add(joined(list, FixedClock.START));
        testee().add(joined(list, FixedClock.START.plusMillis(1)));

        assertEquals(1, testee().due(FixedClock.START.plusSeconds(1), 1).size());
    }
}
