package org.clubpost.core.subscription;

import java.util.Optional;
import org.clubpost.core.Contested;
import org.clubpost.core.secret.SubscriberId;

/**
 * The wishes for another address that were made lately: one at most of each person. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface AddressChanges extends Contested {

    /**
     * The person's wish as of now (a consistent read). One that {@linkplain AddressChange#isExpired has expired} may or
     * may not be found.
     */
    Optional<AddressChange> find(SubscriberId person);

    /**
     * Keeps this wish in place of the one that was read. It may be forgotten when it has expired.
     *
     * @param seen what {@link #find} gave
     * @param changed of the same person
     * @return false when there is another one in the meantime; nothing is done then
     */
    boolean replace(Optional<AddressChange> seen, AddressChange changed);

    /** Forgets the person's wish, whatever has come of it. One that is not there is no error. */
    void forget(SubscriberId person);
}
