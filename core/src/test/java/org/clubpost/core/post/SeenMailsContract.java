package org.clubpost.core.post;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.Test;

/** What every {@link SeenMails} must do. */
public interface SeenMailsContract {

    /** The fingerprint of some mail. */
    String MAIL = "ab".repeat(32);
    /** When it is first seen. */
    Instant NOW = FixedClock.START;
    /** Until when that is remembered. */
    Instant UNTIL = NOW.plus(Duration.ofDays(7));

    /** The seen mails under test. May hold what other tests left there. */
    SeenMails testee();

    private static PostId aPost(int number) {
        return new PostId("%024x".formatted(number));
    }

    @Test
    default void theFirstPostIsTheOne() {
        var list = freshListId();

        assertEquals(aPost(1), testee().first(list, MAIL, aPost(1), NOW, UNTIL));
        assertEquals(aPost(1), testee().first(list, MAIL, aPost(2), NOW.plusSeconds(1), UNTIL.plusSeconds(1)));
        assertEquals(aPost(1), testee().first(list, MAIL, aPost(3), UNTIL.minusMillis(1), UNTIL.plusSeconds(1)));
    }

    @Test
    default void whoAsksAgainIsStillTheOne() {
        var list = freshListId();
        testee().first(list, MAIL, aPost(1), NOW, UNTIL);

        assertEquals(aPost(1), testee().first(list, MAIL, aPost(1), NOW.plusSeconds(1), UNTIL));
    }

    @Test
    default void otherMailsAndOtherListsAreNotAffected() {
        ListId list = freshListId();
        testee().first(list, MAIL, aPost(1), NOW, UNTIL);

        assertEquals(aPost(2), testee().first(list, "cd".repeat(32), aPost(2), NOW, UNTIL));
        assertEquals(aPost(2), testee().first(freshListId(), MAIL, aPost(2), NOW, UNTIL));
    }

    @Test
    default void afterItsTimeItIsForgotten() {
        var list = freshListId();
        testee().first(list, MAIL, aPost(1), NOW, UNTIL);

        assertEquals(aPost(2), testee().first(list, MAIL, aPost(2), UNTIL, UNTIL.plusSeconds(60)));
        assertEquals(aPost(2), testee().first(list, MAIL, aPost(1), UNTIL, UNTIL.plusSeconds(60)));
    }

    @Test
    default void whatIsNotedIsPassedOnByWhoeverKnowsIt() {
        var list = freshListId();
        testee().first(list, MAIL, aPost(1), NOW, UNTIL);

        assertTrue(testee().pass(list, MAIL, aPost(1), aPost(2), UNTIL));
        assertTrue(testee().pass(list, MAIL, aPost(1), aPost(2), UNTIL));
        assertFalse(testee().pass(list, MAIL, aPost(1), aPost(3), UNTIL));
        assertEquals(aPost(2), testee().first(list, MAIL, aPost(1), NOW, UNTIL));
    }

    @Test
    default void whatIsNotNotedCannotBePassedOn() {
        var list = freshListId();

        assertFalse(testee().pass(list, MAIL, aPost(1), aPost(2), UNTIL));
        assertEquals(aPost(3), testee().first(list, MAIL, aPost(3), NOW, UNTIL));
    }

    @Test
    default void whatWasPassedOnIsForgottenAtItsNewTime() {
        var list = freshListId();
        testee().first(list, MAIL, aPost(1), NOW, UNTIL);
        testee().pass(list, MAIL, aPost(1), aPost(2), UNTIL.plusSeconds(60));

        assertEquals(aPost(2), testee().first(list, MAIL, aPost(3), UNTIL, UNTIL.plusSeconds(90)));
        assertEquals(aPost(3), testee().first(list, MAIL, aPost(3), UNTIL.plusSeconds(60), UNTIL.plusSeconds(90)));
    }

    @Test
    default void ofSeveralToWhomItIsPassedOneGetsIt() throws InterruptedException {
        var list = freshListId();
        var testee = testee();
        testee.first(list, MAIL, aPost(99), NOW, UNTIL);
        var posts = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> testee.pass(list, MAIL, aPost(99), aPost(i), UNTIL)).toList();

        assertEquals(1, Race.run(posts).stream().filter(passed -> passed).count());
    }

    @Test
    default void ofSeveralAtTheSameTimeAllAreToldTheSameOne() throws InterruptedException {
        var list = freshListId();
        var testee = testee();
        var posts = IntStream.range(0, 8)
                .<Callable<PostId>>mapToObj(i -> () -> testee.first(list, MAIL, aPost(i), NOW, UNTIL)).toList();

        assertEquals(1, new HashSet<>(Race.run(posts)).size());
    }
}
