package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;

/** Counts how often something happened of late, so that nobody can be flooded through us. */
public interface RateLimits {

    /** What is counted. */
    enum Kind {
        /** Requests from one source address. */
        SOURCE,
        /** Mails that a stranger can cause, to one recipient. */
        RECIPIENT,
        /** Requests for one list. */
        LIST
    }

    /**
     * A limit.
     *
     * @param kind what is counted
     * @param most how often it may happen in one window
     * @param window how long a window is; windows follow one another and do not slide
     */
    record Limit(Kind kind, int most, Duration window) {}

    /**
     * Counts one more.
     *
     * @param limit the limit
     * @param key who or what it is counted for; never an address in clear
     * @return whether it is within the limit. Of calls at the same time never more than the limit allows get true.
     * @throws org.clubpost.core.UnavailableException safe to repeat; may then have counted twice
     */
    boolean allow(Limit limit, String key, Instant now);

    /**
     * Whether {@link #allow} would say no. Counts nothing.
     *
     * @param limit the limit
     * @param key who or what it is counted for; never an address in clear
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean isReached(Limit limit, String key, Instant now);
}
