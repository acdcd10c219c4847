package org.clubpost.core.subscriber;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.clubpost.core.Contested;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * The subscribers of all lists. Every change is made under a condition, so that of two callers who read the same state
 * only one succeeds, and a call that is made twice has its effect once. The number of confirmed members of the list
 * ({@link org.clubpost.core.list.Lists#confirmedMembers}) changes in the same step. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Subscribers extends Contested {

    /**
     * The subscriber as of now (a consistent read), equal to what was stored, times to the nanosecond. A {@link
     * Subscriber.Pending} of a stranger that has expired may or may not be found; one of a former member is.
     */
    Optional<Stored> find(ListId list, SubscriberId id);

    /**
     * Adds a subscriber.
     *
     * @return false when there is one with that key already, in whatever state; then nothing changes
     */
    boolean create(Subscriber subscriber);

    /**
     * Adds many subscribers of one list, each only if there is none with its key yet.
     *
     * @param subscribers any number; of several with the same key one is added
     * @return the keys that were there already; those were left as they are. After an exception some may have been
     *         added: the call may be repeated, and then reports those as there already.
     */
    Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers);

    /**
     * Puts another state in place of the one that was read.
     *
     * @param seen what the caller read
     * @param changed the new state, of the same list and key
     * @return false when it was changed or removed in between; then nothing changes
     */
    boolean replace(Stored seen, Subscriber changed);

    /**
     * Removes the subscriber for good.
     *
     * @param seen what the caller read
     * @return false when it was changed or removed in between; then nothing changes
     */
    boolean remove(Stored seen);

    /**
     * The next confirmed members of a slice, in key order, as of now (a consistent read).
     *
     * @param limit the most to return, 1 to 1,000
     * @return fewer than {@code limit} only when the slice holds no more
     */
    List<Subscriber.Confirmed> confirmed(ListId list, Slice slice, int limit);

    /**
     * All subscribers of a list in every state, in key order, read as the stream is consumed, in memory that does not
     * grow with their number.
     */
    Stream<Subscriber> all(ListId list);
}
