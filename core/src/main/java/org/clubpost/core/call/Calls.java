package org.clubpost.core.call;

import java.util.Optional;
import org.clubpost.core.Contested;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;

/**
 * The calls of programs that may be repeated. One is forgotten some time after {@link Call#keptUntil}. Every method may
 * throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Calls extends Contested {

    /** The call of that name; perhaps one whose time is over. */
    Optional<Call> find(PersonId person, TokenDigest name);

    /**
     * Puts a call in the place of what the caller saw, in one write.
     *
     * @param seen the call as read; empty when there was none
     * @return false when somebody else changed it in the meantime; then nothing changes
     */
    boolean replace(Optional<Call> seen, Call changed);
}
