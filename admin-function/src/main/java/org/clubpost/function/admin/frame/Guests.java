package org.clubpost.function.admin.frame;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.person.Session;

/** Knows who is signed in. */
@FunctionalInterface
public interface Guests {

    /**
     * The session of a browser; empty when it is none of ours, or ended.
     *
     * @param cookie what the browser's cookie says; empty when it has none
     */
    Optional<Session> find(String cookie, Instant now);
}
