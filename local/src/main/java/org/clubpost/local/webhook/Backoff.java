package org.clubpost.local.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery is tried again: after growing times, over three days (Standard Webhooks, "Deliverability and
 * reliability", has this schedule).
 */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
            Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));

    private Backoff() {}

    /**
     * When to try again; empty when that was the last attempt.
     *
     * @param attempts how many failed, at least 1
     */
    static Optional<Instant> next(int attempts, Instant now) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(attempts - 1)));
    }
}
