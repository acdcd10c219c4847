package org.clubpost.core.note;

import java.time.Instant;
import java.util.Optional;

/** Finds out what came back from a list or of a post, and tells those who have to know. */
@FunctionalInterface
public interface Reckon {

    /**
     * Finds it out. When it is repeated, somebody may be told twice.
     *
     * @return when there is more to do; empty when there is not
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Optional<Instant> look(NoteTask.Reckoning task);
}
