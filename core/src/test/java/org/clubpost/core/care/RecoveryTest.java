package org.clubpost.core.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {

    private static final Duration TIME = Duration.ofSeconds(30);

    private final MailingList list = SampleLists.aList();
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final List<PostId> takenUp = new ArrayList<>();

    private Recovery recovery(int mails) {
        return new Recovery(new InMemoryLists(list), posts, new Recovery.Limits(mails, TIME), clock);
    }

    private PostId post(PostState state) {
        var post = SamplePosts.aPost(list.id(), clock.instant());
        posts.create(post.with(state));
        return post.id();
    }

    private boolean takeUp(Post post) {
        takenUp.add(post.id());
        return posts.replace(post, post.with(SamplePosts.held("x")));
    }

    private boolean fail(Post post) {
        takenUp.add(post.id());
        return false;
    }

    @Test
    void whatStayedReceivedIsTakenUpOnceEventsAreOver() {
        var stayed = post(new PostState.Received());
        post(SamplePosts.held("x"));
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertEquals(0, recovery(10).recover(this::takeUp));
        post(new PostState.Received());
        clock.advance(Duration.ofMillis(1));

        assertEquals(1, recovery(10).recover(this::takeUp));
        assertEquals(List.of(stayed), takenUp);
        assertEquals(0, recovery(10).recover(this::takeUp));
    }

    @Test
    void oneThatFailsKeepsNoOtherFromBeingTakenUp() {
        var failing = post(new PostState.Received());
        clock.advance(Duration.ofMillis(1));
        var other = post(new PostState.Received());
        clock.advance(Duration.ofMinutes(15));

        assertEquals(1, recovery(10).recover(post -> post.id().equals(failing) ? fail(post) : takeUp(post)));
        assertEquals(Set.of(failing, other), Set.copyOf(takenUp));
    }

    @Test
    void roundEndsWhenItsTimeIsOver() {
        post(new PostState.Received());
        post(new PostState.Received());
        clock.advance(Duration.ofMinutes(15));

        recovery(10).recover(this::failSlowly);

        assertEquals(1, takenUp.size());
    }

    private boolean failSlowly(Post post) {
        clock.advance(TIME);
        return fail(post);
    }

    /** Otherwise the first would be the only one, for ever: it takes a whole round, or ends the process. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void eachIsTheFirstSomeTime(int mails) {
        IntStream.range(0, mails).forEach(_ -> post(new PostState.Received()));
        clock.advance(Duration.ofMinutes(15));

        assertEquals(mails, firstOnesIn(94).size());
        assertEquals(mails, firstOnesIn(400).size(), "those that are tried once an hour");
    }

    private Set<PostId> firstOnesIn(int rounds) {
        takenUp.clear();
        for (var round = 0; round < rounds; round++) {
            recovery(10).recover(this::failSlowly);
            clock.advance(Recovery.PERIOD.multipliedBy(Recovery.round(clock.instant()) + 1)
                    .minusSeconds(clock.instant().getEpochSecond()));
        }
        return Set.copyOf(takenUp);
    }

    @Test
    void manyThatFailForEverStillLeaveEachOthersTurn() {
        IntStream.range(0, 25).forEach(_ -> post(new PostState.Received()));
        clock.advance(Duration.ofMinutes(15));

        for (var round = 0; round < 20; round++) {
            assertEquals(0, recovery(10).recover(this::fail));
            clock.advance(Recovery.PERIOD);
        }

        assertEquals(200, takenUp.size());
        assertEquals(25, new HashSet<>(takenUp).size());
    }

    @Test
    void afterADayItIsTriedOnceAnHour() {
        post(new PostState.Received());
        clock.advance(Duration.ofDays(1));

        for (var round = 0; round < 96; round++) {
            recovery(10).recover(this::fail);
            clock.advance(Recovery.PERIOD);
        }

        assertEquals(24, takenUp.size());
    }

    @Test
    void roundsAreNumberedByTime() {
        var now = FixedClock.START;

        assertEquals(Recovery.round(now) + 1, Recovery.round(now.plus(Recovery.PERIOD)));
        assertTrue(Recovery.isOverdue(now, now.plus(Duration.ofMinutes(15))));
    }
}
