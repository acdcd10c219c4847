package org.clubpost.core.delivery;

import java.time.Instant;

/** Passes the time, where nothing else can be done until then. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns at that time or shortly after; at once when it has passed.
     *
     * @throws org.clubpost.core.UnavailableException when the thread is interrupted; it stays interrupted
     */
    void until(Instant when);
}
