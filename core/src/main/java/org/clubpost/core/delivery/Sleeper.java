package org.clubpost.core.delivery;

import java.time.Instant;

/** Passes the time when nothing else can be done. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns at that time or shortly after, or at once when the time has passed.
     *
     * @throws org.clubpost.core.UnavailableException when the thread is interrupted; it stays interrupted
     */
    void until(Instant when);
}
