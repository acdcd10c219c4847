package org.clubpost.core.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.clubpost.core.Race;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} must do. */
public interface RateLimitsContract {

    /** Three in an hour. */
    Limit THREE_AN_HOUR = new Limit(Kind.SIGN_UP_SOURCE, 3, Duration.ofHours(1));
    /** A full hour, at which a window of an hour may begin. */
    Instant NOW = Instant.parse("2031-03-06T08:00:00Z");

    /** The limits under test. May hold what other tests left there. */
    RateLimits testee();

    private static String freshKey() {
        return UUID.randomUUID().toString();
    }

    private long allowed(int calls, Limit limit, String key, Instant now) {
        var allowed = 0;
        for (var i = 0; i < calls; i++) {
            allowed += testee().allow(limit, key, now) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    default void soManyAreAllowedAndNoMore() {
        var key = freshKey();

        assertTrue(testee().allow(THREE_AN_HOUR, key, NOW));
        assertTrue(testee().allow(THREE_AN_HOUR, key, NOW));
        assertTrue(testee().allow(THREE_AN_HOUR, key, NOW));
        assertFalse(testee().allow(THREE_AN_HOUR, key, NOW));
        assertFalse(testee().allow(THREE_AN_HOUR, key, NOW));
    }

    @Test
    default void refusedCallsDoNotMakeTheWaitLonger() {
        var key = freshKey();
        allowed(50, THREE_AN_HOUR, key, NOW);

        assertEquals(3, allowed(50, THREE_AN_HOUR, key, NOW.plus(Duration.ofHours(2))));
    }

    @Test
    default void afterAWholeWindowTheCountBeginsAgain() {
        var key = freshKey();
        allowed(3, THREE_AN_HOUR, key, NOW.plusSeconds(10));

        assertFalse(testee().allow(THREE_AN_HOUR, key, NOW.plusSeconds(11)));
        assertEquals(3, allowed(9, THREE_AN_HOUR, key, NOW.plusSeconds(10).plus(THREE_AN_HOUR.window())));
    }

    @Test
    default void withinTwoWindowsNeverMoreThanTwiceAsManyAreAllowed() {
        var key = freshKey();
        var allowed = 0L;
        for (var minute = 0; minute < 120; minute++) {
            allowed += allowed(1, THREE_AN_HOUR, key, NOW.plus(Duration.ofMinutes(minute)));
        }

        assertEquals(6, allowed);
    }

    @Test
    default void whetherItIsReachedIsSaidWithoutCounting() {
        var key = freshKey();
        allowed(2, THREE_AN_HOUR, key, NOW);

        assertFalse(testee().isReached(THREE_AN_HOUR, key, NOW));
        assertFalse(testee().isReached(THREE_AN_HOUR, key, NOW));
        assertTrue(testee().allow(THREE_AN_HOUR, key, NOW));
        assertTrue(testee().isReached(THREE_AN_HOUR, key, NOW));
        assertFalse(testee().isReached(THREE_AN_HOUR, key, NOW.plus(THREE_AN_HOUR.window())));
        assertFalse(testee().isReached(THREE_AN_HOUR, freshKey(), NOW));
    }

    @Test
    default void othersAreNotAffected() {
        allowed(5, THREE_AN_HOUR, freshKey(), NOW);

        assertTrue(testee().allow(THREE_AN_HOUR, freshKey(), NOW));
    }

    @Test
    default void kindsAreCountedApart() {
        var key = freshKey();
        allowed(5, THREE_AN_HOUR, key, NOW);

        for (var kind : EnumSet.complementOf(EnumSet.of(THREE_AN_HOUR.kind()))) {
            assertEquals(3, allowed(5, new Limit(kind, 3, THREE_AN_HOUR.window()), key, NOW));
        }
    }

    @Test
    default void ofManyAtTheSameTimeNoMoreThanTheLimitAreAllowed() throws InterruptedException {
        var testee = testee();
        var key = freshKey();

        assertEquals(3, Race.winners(12, () -> testee.allow(THREE_AN_HOUR, key, NOW)));
    }
}
