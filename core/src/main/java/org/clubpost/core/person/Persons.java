package org.clubpost.core.person;

import java.util.Optional;
import org.clubpost.core.Contested;

/**
 * Those who have signed in. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Persons extends Contested {

    /** The person of that id, as of now, in one read; perhaps one of whom everything has ended. */
    Optional<Person> find(PersonId id);

    /**
     * Puts a person in the place of what the caller saw, in one write.
     *
     * @param seen the person as read; empty when there was none
     * @return false when somebody else changed it in the meantime; then nothing changes
     */
    boolean replace(Optional<Person> seen, Person changed);

    /** Removes what is kept of a person. One who is not there is no error. */
    void forget(PersonId id);
}
