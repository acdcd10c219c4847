package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Contested;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * What came back from members, a record each. Every change is made under a condition. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Bounces extends Contested {

    /** How long it is remembered that something was applied: longer than anybody tells the same thing again. */
    Duration MARKED = Duration.ofDays(60);

    /** What became of applying something that came back. */
    enum Applied {
        /** It is applied now. */
        DONE,
        /** It had been applied before; nothing was changed. */
        BEFORE,
        /** The record was changed by somebody else in the meantime; nothing was changed. */
        CONTESTED
    }

    /** The record of that member as of now (a consistent read). */
    Optional<BounceRecord> find(ListId list, SubscriberId member);

    /** Whether that was applied to that member. */
    boolean isApplied(ListId list, SubscriberId member, String id);

    /**
     * Replaces what was read by another, and remembers in the same step that this was applied to that member.
     *
     * @param seen what the caller read; empty when there was nothing
     * @param changed the record of the same member
     * @param id of what came back ({@link org.clubpost.core.suppression.Feedback#id})
     * @param now until {@link #MARKED} after it, the same id is not applied to the same member of the list again
     */
    Applied apply(Optional<BounceRecord> seen, BounceRecord changed, String id, Instant now);

    /**
     * Replaces what was read by another.
     *
     * @param seen what the caller read; empty when there was nothing
     * @param changed the record of the same member
     * @return false when it was changed in the meantime; then nothing changes
     */
    boolean replace(Optional<BounceRecord> seen, BounceRecord changed);

    /** Forgets the record of that member. There may be none. */
    void forget(ListId list, SubscriberId member);

    /** The records of a list, in the order of keys, read as the stream is consumed. */
    Stream<BounceRecord> all(ListId list);
}
