package org.clubpost.function.admin.frame;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.person.Guest;

/** Knows who is signed in. */
@FunctionalInterface
public interface Guests {

    /**
     * Who is signed in in a browser; empty when nobody is.
     *
     * @param cookie what the browser's cookie says; empty when it has none
     */
    Optional<Guest> find(String cookie, Instant now);
}
