package org.clubpost.aws;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;

/** Waits a random part of a time that doubles, so that two callers who clashed do not clash again ("full jitter"). */
public final class JitteredPause implements Pause {

    /** Sleeps. */
    public static final Pause SYSTEM = new JitteredPause();

    /** The longest wait before the second attempt; it doubles with each further one. */
    private static final Duration FIRST = Duration.ofMillis(25);

    private JitteredPause() {}

    @Override
    public boolean before(int attempt) {
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
    }

    /** The longest wait before that attempt. */
    static Duration longest(int attempt) {
        return FIRST.multipliedBy(1L << (attempt - 2));
    }
}
