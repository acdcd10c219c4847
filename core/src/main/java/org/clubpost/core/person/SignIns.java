package org.clubpost.core.person;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.Contested;

/**
 * The wishes to be signed in. One is forgotten some time after it has ended. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface SignIns extends Contested {

    /** The wish of that id; perhaps one that has ended. */
    Optional<SignIn> find(String id);

    /**
     * Puts a wish in the place of what the caller saw.
     *
     * @param seen the wish as read; empty when there was none
     * @return false when somebody else changed it in the meantime, or it is there no more; then nothing changes
     */
    boolean replace(Optional<SignIn> seen, SignIn changed);

    /** Removes a wish. One that is not there is no error. */
    void remove(String id);

    /**
     * The wishes whose mail was not handed over yet, the earliest first.
     *
     * @param limit the most to return, 1 to 1,000
     */
    List<SignIn> untold(int limit);
}
