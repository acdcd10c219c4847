package org.clubpost.aws;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.clubpost.core.UnavailableException;

/** What happens between two attempts at the same call. */
@FunctionalInterface
public interface Pause {

    /** So often a call is attempted. */
    int ATTEMPTS = 8;
    /** The longest wait before the second attempt; it doubles with each further one. */
    Duration FIRST = Duration.ofMillis(25);

    /** Waits a random time, so that two who clashed do not clash again ("full jitter"). */
    Pause JITTERED = attempt -> {
        if (attempt > ATTEMPTS) {
            return false;
        }
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest(attempt).toNanos())));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted between two attempts", e);
        }
    };

    /**
     * Waits before an attempt.
     *
     * @param attempt which one, from 2
     * @return false when there have been enough
     */
    boolean before(int attempt);

    /** The longest wait before that attempt. */
    static Duration longest(int attempt) {
        return FIRST.multipliedBy(1L << (attempt - 2));
    }
}
