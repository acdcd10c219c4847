package org.clubpost.core.delivery.range;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.clubpost.core.act.Deed;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberId;

/**
 * The ranges of the posts: how far each delivery has come, who works on it, and who did not get the post. Every change
 * is made under a condition. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to
 * repeat.
 */
public interface Ranges {

    /** The same ranges, where planning a post is that deed, and is logged with it. */
    Ranges by(Deed deed);

    /**
     * Puts the post in the state {@link PostState.Sending} and creates its ranges, all or nothing.
     *
     * @param seen the post as the caller read it
     * @param sending the same post, sending
     * @param ranges its ranges, at least one
     * @return false when its state changed in the meantime; then nothing changes
     */
    boolean plan(Post seen, Post sending, List<DeliveryRange> ranges);

    /** The ranges of a post, by number; empty before it is planned. */
    List<DeliveryRange> of(PostId id);

    /**
     * Asks for the right to deliver a range. When several ask at the same time, one of them gets it. A worker that asks
     * again under the same name gets it again.
     *
     * @param holder a name that nobody else uses
     * @param now the time; a lease that ended before is free
     * @param length how long the lease is to last
     */
    LeaseOutcome lease(RangeRef ref, String holder, Instant now, Duration length);

    /**
     * Records what was delivered and extends the lease to {@code lease.until()}. With {@link
     * DeliveryRange.Progress.Finished} the lease ends.
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

    /**
     * Puts a finished range back to its beginning, and leaves its tally as it is. Does nothing to an unfinished range.
     */
    void reopen(RangeRef ref);

    /** Records these failures, in place of any that were recorded about the same members before. */
    void rewrite(PostId id, Collection<Failure> failures);

    /**
     * Gives the lease back, so that another worker need not wait for its end. Does nothing when another worker has the
     * range by now.
     */
    void release(Lease lease);

    /** The members who did not get the post, in key order, read as the stream is consumed. */
    Stream<Failure> failures(PostId id);

    /** Why that member did not get the post; empty when nothing is recorded about that. */
    default Optional<Failure> failure(PostId id, SubscriberId member) {
        try (var all = failures(id)) {
            return all.filter(each -> each.subscriber().equals(member)).findFirst();
        }
    }
}
