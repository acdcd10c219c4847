package org.clubpost.core.note;

import java.time.Instant;
import java.util.Optional;

/** Carries out what was decided where no mail can be sent. */
@FunctionalInterface
public interface Errands {

    /**
     * Carries it out. When it is repeated, nothing is decided twice, and a mail may go out twice.
     *
     * @return when there is more to do; empty when there is not
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Optional<Instant> carryOut(NoteTask.Errand task);
}
