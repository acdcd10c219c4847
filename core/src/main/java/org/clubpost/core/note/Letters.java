package org.clubpost.core.note;

import java.time.Instant;
import java.util.Optional;

/** Writes mails to one person that follow from what that person did. */
@FunctionalInterface
public interface Letters {

    /**
     * Does what there is to do for that person. When it is repeated, a mail may go out twice.
     *
     * @return when there is more to do; empty when there is not
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Optional<Instant> write(NoteTask.Letter task);
}
