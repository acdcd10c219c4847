package org.clubpost.core.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;

/**
 * The posts and how far their delivery has come. Every change is made under a condition. Every method may throw
 * {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Posts {

    /**
     * Adds a post.
     *
     * @return false when there is one with that id already; then nothing changes
     */
    boolean create(Post post);

    /** The post as of now. */
    Optional<Post> find(PostId id);

    /** The posts of a list, newest first, read as the stream is consumed. */
    Stream<Post> of(ListId list);

    /** The posts of a list that are not {@linkplain PostState#isSettled() settled}, oldest first, read as the stream is consumed. */
    Stream<Post> unsettled(ListId list);

    /**
     * Puts the post in another state, and its headline with it.
     *
     * @param seen the post as the caller read it
     * @param changed the same post, changed
     * @return false when its state changed in between; then nothing changes
     */
    boolean replace(Post seen, Post changed);

    /**
     * Puts the post in the state {@link PostState.Sending} and creates its ranges, all or nothing.
     *
     * @param seen the post as the caller read it
     * @param sending the same post, sending
     * @param ranges its ranges, at least one
     * @return false when its state changed in between; then nothing changes
     */
    boolean plan(Post seen, Post sending, List<DeliveryRange> ranges);

    /** The ranges of a post, by number; empty before it was planned. */
    List<DeliveryRange> ranges(PostId id);

    /**
     * Asks for the right to deliver a range. Of several who ask at the same time one gets it; who asks again under the same name gets it again.
     *
     * @param holder a name that nobody else uses
     * @param now the time; a lease that ended before is free
     * @param length how long the lease is to last
     */
    LeaseOutcome lease(RangeRef ref, String holder, Instant now, Duration length);

    /**
     * Records what was delivered and extends the lease to {@code lease.until()}. With {@link DeliveryRange.Progress.Finished} the lease ends.
     *
     * @param lease the caller's lease, with the time until which it is to last
     * @param step what was done since the last call
     * @return false when the lease has gone to another worker; then nothing changes and the caller must stop
     */
    boolean advance(Lease lease, Checkpoint step);

    /**
     * Extends the lease to {@code lease.until()}, for a worker that has nothing to record yet.
     *
     * @return false when the lease has gone to another worker; the caller must stop
     */
    boolean extend(Lease lease);

    /** Puts a finished range back to its beginning, with its tally as it is. Does nothing to one that is not finished. */
    void reopen(RangeRef ref);

    /** Puts these in place of what was recorded about the same members before, if something was. */
    void rewrite(PostId id, Collection<Failure> failures);

    /** Gives the lease back, so that another worker need not wait for its end. Does nothing when it is another's already. */
    void release(Lease lease);

    /** The members who did not get the post, in key order, read as the stream is consumed. */
    Stream<Failure> failures(PostId id);
}
