package org.clubpost.core.post;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clubpost.core.Race;
import org.clubpost.core.list.ListId;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;

/** What every {@link PostNumbers} must do. */
public interface PostNumbersContract {

    /** The numbers under test. May hold what other tests left there. */
    PostNumbers testee();

    /** A post that no other test has. */
    private static PostId post(ListId list) {
        return PostId.of(Instant.parse("2026-03-06T08:30:00Z"), MailKey.inbound(list, UUID.randomUUID().toString()));
    }

    @Test
    default void postsOfAListAreNumberedFromOne() {
        var list = freshListId();

        var numbers = Stream.generate(() -> testee().of(list, post(list))).limit(5).toList();

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers);
    }

    @Test
    default void postKeepsItsNumber() {
        var list = freshListId();
        var first = post(list);
        var second = post(list);

        assertEquals(1, testee().of(list, first));
        assertEquals(1, testee().of(list, first));
        assertEquals(2, testee().of(list, second));
        assertEquals(1, testee().of(list, first));
        assertEquals(3, testee().of(list, post(list)), "asking again leaves no gap");
    }

    @Test
    default void everyListCountsForItself() {
        var one = freshListId();
        var other = freshListId();
        testee().of(one, post(one));
        testee().of(one, post(one));

        assertEquals(1, testee().of(other, post(other)));
        assertEquals(3, testee().of(one, post(one)));
    }

    @Test
    default void ofManyAtTheSameTimeEachGetsItsOwnWithoutAGap() throws InterruptedException {
        var testee = testee();
        var list = freshListId();
        var posts = Stream.generate(() -> post(list)).limit(6).toList();
        var calls = new ArrayList<Callable<Long>>();
        posts.forEach(post -> calls.addAll(List.of(() -> testee.of(list, post), () -> testee.of(list, post))));

        var given = Race.run(calls);

        assertEquals(new HashSet<>(LongStream.rangeClosed(1, 6).boxed().toList()), new HashSet<>(given));
        for (var i = 0; i < posts.size(); i++) {
            assertEquals(given.get(2 * i), given.get(2 * i + 1), "both calls for one post");
            assertEquals(given.get(2 * i), testee.of(list, posts.get(i)));
        }
    }
}
