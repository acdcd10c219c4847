package org.clubpost.local.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesGrowOverThreeDaysAndEnd() {
        var began = Instant.parse("2026-03-06T08:30:00Z");
        var now = began;
        var pause = Duration.ZERO;
        var attempts = 1;
        for (var next = Backoff.next(1, now); next.isPresent(); next = Backoff.next(attempts, now)) {
            assertTrue(Duration.between(now, next.get()).compareTo(pause) > 0);
            pause = Duration.between(now, next.get());
            now = next.get();
            attempts++;
        }

        assertEquals(10, attempts);
        assertEquals(3, Duration.between(began, now).toDays());
    }
}
