package org.clubpost.core.note;

import java.time.Instant;
import java.util.Optional;

/** Erases people, a piece at a time. */
@FunctionalInterface
public interface Traces {

    /**
     * Goes on with erasing that person on that list. May be repeated.
     *
     * @return when there is more to do; empty when nothing is left of the person
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Optional<Instant> erase(NoteTask.Erase task);
}
