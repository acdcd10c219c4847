package org.clubpost.core.subscriber;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.clubpost.core.Contested;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * The subscribers of all lists. Every change is made under a condition. So when two callers have read the same state,
 * only one of them succeeds, and a call that is made twice takes effect once. The number of confirmed members of the
 * list ({@link org.clubpost.core.list.Lists#confirmedMembers}) changes in the same step. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Subscribers extends Contested {

    /**
     * The same subscribers, where each change is that deed. What is changed otherwise is recorded as the member's own
     * act, or the service's.
     */
    Subscribers by(Deed deed);

    /**
     * The subscriber as of now (a consistent read). It equals what was stored, with times to the nanosecond. A
     * {@link Subscriber.Pending} of a stranger is found until {@link Subscriber.Pending#keptUntil}, and may or may not be
     * found after that; one of a former member is always found.
     */
    Optional<Stored> find(ListId list, SubscriberId id);

    /**
     * Adds a subscriber.
     *
     * @return false when there already is one with that key, in any state; then nothing changes
     */
    boolean create(Subscriber subscriber);

    /**
     * Adds many subscribers of one list. Each is added only if there is none with its key yet.
     *
     * @param subscribers any number; if several have the same key, one of them is added
     * @return the keys that were there already, and were left as they are. After an exception some subscribers may have
     *         been added. The call may be repeated, and then reports those as there already.
     */
    Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers);

    /**
     * Replaces the state that was read by another.
     *
     * @param seen what the caller read
     * @param changed the new state, of the same list and key
     * @return false when it was changed or removed in the meantime; then nothing changes
     */
    boolean replace(Stored seen, Subscriber changed);

    /**
     * Removes the subscriber for good.
     *
     * @param seen what the caller read
     * @return false when it was changed or removed in the meantime; then nothing changes
     */
    boolean remove(Stored seen);

    /**
     * Gives a member another address. At the old key stays a {@link Subscriber.Moved} that leads to the new one, in the
     * same step: nobody ever sees the member at both, or at none.
     *
     * @param seen the member as the caller read it
     * @param there what the caller read at the new key; empty when there was nothing. It gives way
     * @param moved the member with the new address, of the same list, whose last move is from the old key; the number of
     *         members stays as it was
     * @return false when one of both was changed in the meantime; then nothing changes
     */
    boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved);

    /**
     * The next places of a slice at which a post may reach somebody, in key order, as of now (a consistent read): the
     * confirmed members who belong to the audience, and whatever says that a member has another address now, whom
     * {@link Forwarding} finds. Of the latter, the caller has to look at the audience.
     *
     * @param limit the most to return, 1 to 1,000
     * @return fewer than {@code limit} only when the slice holds no more
     */
    List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit);

    /**
     * All subscribers of a list, in every state and in key order. They are read as the stream is consumed, and the
     * memory needed does not grow with their number.
     */
    Stream<Subscriber> all(ListId list);

    /** The same of a slice. */
    default Stream<Subscriber> all(ListId list, Slice slice) {
        return all(list).filter(each -> slice.contains(each.id()));
    }
}
