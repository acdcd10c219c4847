package org.clubpost.core.delivery;

import static java.util.stream.Collectors.toSet;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.post.SamplePosts.aPost;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryQueue} must do. */
public interface DeliveryQueueContract {

    /** The queue under test. */
    DeliveryQueue testee();

    /**
     * The ranges of the list that workers have been or would be given so far, delays passed, in any order, possibly
     * several times.
     */
    List<RangeRef> arrived(ListId list) throws InterruptedException;

    private static List<RangeRef> ranges(ListId list, int count) {
        var post = aPost(list).id();
        return IntStream.range(0, count).mapToObj(i -> new RangeRef(list, post, i)).toList();
    }

    @Test
    default void everyRangeArrives() throws InterruptedException {
        for (var count : List.of(1, 9, 10, 11, 64)) {
            var list = freshListId();
            var ranges = ranges(list, count);

            testee().add(ranges, Duration.ZERO);

            assertEquals(Set.copyOf(ranges), arrived(list).stream().collect(toSet()));
        }
    }

    @Test
    default void rangesOfSeveralPostsArrive() throws InterruptedException {
        var list = freshListId();
        var one = ranges(list, 2);
        var other = ranges(list, 1);

        testee().add(one, Duration.ZERO);
        testee().add(other, Duration.ZERO);

        assertEquals(Set.of(one.get(0), one.get(1), other.get(0)), arrived(list).stream().collect(toSet()));
    }

    @Test
    default void addingNothingIsNoFault() throws InterruptedException {
        testee().add(List.of(), Duration.ZERO);

        assertEquals(List.of(), arrived(freshListId()));
    }

    @Test
    default void fractionOfASecondIsADelayToo() throws InterruptedException {
        var list = freshListId();
        var ranges = ranges(list, 1);

        testee().add(ranges, Duration.ofMillis(1));

        assertEquals(Set.copyOf(ranges), arrived(list).stream().collect(toSet()));
    }
}
