package org.clubpost.core.care;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.clubpost.core.Life;
import org.clubpost.core.Rival;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.Delivery;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeadLettersTest {

    private static DeadLetters deadLetters(Delivery delivery) {
        return new DeadLetters(delivery.posts, delivery.clock);
    }

    @Test
    void postOfARangeThatKeepsFailingIsParkedAndGoesOnHoursLater() {
        var delivery = new Delivery(9).planned(0);

        assertTrue(deadLetters(delivery).park(delivery.ref(0)));

        var parked = assertInstanceOf(PostState.Parked.class, delivery.state());
        assertEquals(PostState.Parked.Cause.FAULT, parked.cause());
        assertEquals(Reason.of(Reason.Cause.FAILED_AGAIN), parked.reason());
        assertTrue(parked.isNews());
        assertEquals(new Deliver.Outcome.Stopped(), delivery.attempt(0));
        delivery.clock.advance(Duration.ofHours(6));
        new Supervise(delivery.lists, delivery.posts, delivery.plan(Life.eternal()), delivery.tell(), delivery.clock)
                .tend();
        delivery.attempt(0);
        assertEquals(oneEach(delivery.members), delivery.copies());
    }

    @Test
    void secondDeadLetterChangesNothing() {
        var delivery = new Delivery(9).planned(1);
        deadLetters(delivery).park(delivery.ref(0));
        var parked = delivery.state();
        delivery.clock.advance(Duration.ofMinutes(1));

        assertFalse(deadLetters(delivery).park(delivery.ref(0)));
        assertFalse(deadLetters(delivery).park(delivery.ref(1)));

        assertEquals(parked, delivery.state());
    }

    @Test
    void postThatIsPausedAtTheLastMomentIsNotParked() {
        var delivery = new Delivery(9).planned(0);
        var rival = new Rival("replace", () -> {
            var read = delivery.posts.find(delivery.received.id()).orElseThrow();
            assertTrue(delivery.posts.replace(read, read.with(
                    new PostState.Paused((PostState.Sending) read.state(), delivery.clock.instant()))));
        });

        assertFalse(new DeadLetters(rival.of(Posts.class, delivery.posts), delivery.clock).park(delivery.ref(0)));

        assertInstanceOf(PostState.Paused.class, delivery.state());
    }

    static Stream<PostState> statesOfPostsThatAreNotSending() {
        return SamplePosts.everyState(new Delivery(1).received.id())
                .filter(state -> !(state instanceof PostState.Sending));
    }

    @ParameterizedTest
    @MethodSource("statesOfPostsThatAreNotSending")
    void postThatIsNotSendingIsLeftAlone(PostState state) {
        var delivery = new Delivery(3).put(state);

        assertFalse(deadLetters(delivery).park(delivery.ref(0)));

        assertEquals(state, delivery.state());
    }

    @Test
    void rangeOfAnUnknownPostIsLeftAlone() {
        var delivery = new Delivery(3);
        var nobodys = SamplePosts.aPost(delivery.news.id());

        assertFalse(deadLetters(delivery).park(new RangeRef(nobodys.list(), nobodys.id(), 0)));
    }
}
