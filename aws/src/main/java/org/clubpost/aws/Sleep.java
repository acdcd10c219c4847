package org.clubpost.aws;

import java.time.Duration;
import java.time.Instant;

import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.Sleeper;

/** Passes the time by sleeping, on the system's clock. */
public final class Sleep {

    /** Sleeps until then. */
    public static final Sleeper SYSTEM = when -> {
        var left = Duration.between(Instant.now(), when);
        try {
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while waiting to send", e);
        }
    };

    private Sleep() {}
}
