package org.clubpost.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.Contested;
import org.clubpost.core.delivery.Halt;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/**
 * What came back of each post, and how the lists are. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Returns extends Contested, Halt {

    /** How long the numbers of a post are kept after the last thing that came back of it. */
    Duration KEPT = Duration.ofDays(2 * 365);
    /**
     * How long it is remembered which members count: as long as the post may be among the last of its list. They are
     * known by their keys.
     */
    Duration MARKED = Duration.ofDays(400);

    /**
     * Counts it, and remembers in the same step that this member of this post has been counted in this way.
     *
     * @param list the list of the post
     * @return false when that member was counted in this way before; then nothing changes
     */
    boolean count(ListId list, PostId post, SubscriberId member, Tick tick, Instant now);

    /** What came back of that post. */
    PostCounts of(ListId list, PostId post);

    /**
     * What came back of each post of the list from this one on, oldest first. Posts of which nothing came back are left
     * out.
     */
    List<PostCounts> since(ListId list, PostId oldest);

    /**
     * The members who count in that way for that post.
     *
     * @param most how many at most, 1 to 1,000
     */
    Set<SubscriberId> members(PostId post, Tick.Kind kind, int most);

    /** How the list is; empty as long as nothing has ever been wrong with it. */
    Optional<ListHealth> health(ListId list);

    /** Whether the list's mail is stopped because too much of it came back. */
    @Override
    default boolean isHalted(ListId list) {
        return health(list).filter(ListHealth::isStopped).isPresent();
    }

    /**
     * Replaces what was read by another.
     *
     * @param seen what the caller read; empty when there was nothing
     * @param changed of the same list
     * @return false when it was changed in the meantime; then nothing changes
     */
    boolean replace(Optional<ListHealth> seen, ListHealth changed);
}
