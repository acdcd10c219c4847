package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.IntFunction;
import org.clubpost.core.act.Deed;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.Slice;

/** Cuts a post's members into ranges, without reading them, and puts the ranges into the queue. */
public final class Plan {

    /** About how many members one range should have: enough to be worth a message, few enough to be done in one go. */
    private static final int MEMBERS_PER_RANGE = 2_000;

    /** The time within which a worker takes up what was queued, even when the service is busy. */
    private static final Duration TAKEN_UP_WITHIN = Duration.ofMinutes(5);

    private final Lists lists;
    private final Posts posts;
    private final Ranges ranges;
    private final DeliveryQueue queue;

    /** Plans with these ports. */
    public Plan(Lists lists, Posts posts, Ranges ranges, DeliveryQueue queue) {
        this.lists = lists;
        this.posts = posts;
        this.ranges = ranges;
        this.queue = queue;
    }

    /** The same, where starting is that deed, and is logged with it. */
    public Plan by(Deed deed) {
        return new Plan(lists, posts, ranges.by(deed), queue);
    }

    /**
     * Starts the delivery of a post whose prepared mail lies in the store. May be repeated: a post that has been
     * planned keeps its ranges.
     *
     * @param post the post as read, in a state from which it may go out
     * @param prepared where the prepared mail lies
     * @return false when the post's state changed in the meantime; then nothing was started
     * @throws org.clubpost.core.UnavailableException safe to repeat; when the ranges were written but not queued,
     *         {@link #resume} queues them
     */
    public boolean start(Post post, MailKey prepared, Instant now) {
        return start(post, ranges -> new PostState.Sending(prepared, ranges, now));
    }

    /**
     * Starts the delivery of a post that no event brings back. If this process dies before the ranges are queued,
     * {@link org.clubpost.core.care.Supervise} queues them.
     *
     * @param post the post as it was read, waiting
     * @param waiting the same state
     * @return false when the post's state changed in the meantime; then nothing was started
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean start(Post post, PostState.Waiting waiting, Instant now) {
        return start(post,
                ranges -> resumed(new PostState.Sending(waiting.prepared(), ranges, now), now));
    }

    /**
     * The state of a post that goes on as soon as a worker takes a message. If none does in time, the messages are
     * queued again.
     */
    public static PostState.Resumed resumed(PostState.Sending sending, Instant now) {
        return new PostState.Resumed(sending, now.plus(TAKEN_UP_WITHIN));
    }

    private boolean start(Post post, IntFunction<PostState> state) {
        var slices = Slice.cut(bits(members(post)));
        var fresh = new ArrayList<DeliveryRange>();
        for (var slice : slices) {
            fresh.add(DeliveryRange.fresh(new RangeRef(post.list(), post.id(), fresh.size()), slice));
        }
        var planned = new ArrayList<>(fresh);
        planned.add(DeliveryRange.secondChances(post.list(), post.id()));
        if (!ranges.plan(post, post.with(state.apply(fresh.size())), planned)) {
            return false;
        }
        queue.add(fresh.stream().map(DeliveryRange::ref).toList(), Duration.ZERO);
        return true;
    }

    /** How many members the post is for; those in two of its groups count twice. */
    private long members(Post post) {
        return switch (post.parties().audience()) {
            case Audience.Everyone _ -> lists.confirmedMembers(post.list());
            case Audience.InGroups(var groups) -> {
                var members = lists.groupMembers(post.list());
                yield groups.stream().mapToLong(group -> members.getOrDefault(group, 0L)).sum();
            }
        };
    }

    /**
     * Queues the unfinished ranges of a planned post, for an event that comes twice and for a service that starts
     * again. This is harmless while the post is being delivered. When everybody has been served and only the post's
     * last step is missing, one range is queued, so that {@link Deliver} takes that step.
     */
    public void resume(PostId id) {
        if (posts.find(id).flatMap(post -> post.state().goingOut()).isEmpty()) {
            return;
        }
        var all = ranges.of(id);
        var open = all.stream().filter(range -> !range.isFinished()).toList();
        queue.add((open.isEmpty() ? all.subList(0, 1) : open).stream().map(DeliveryRange::ref).toList(),
                Duration.ZERO);
    }

    /** The smallest cut whose ranges have no more than {@value #MEMBERS_PER_RANGE} members each, on average. */
    static int bits(long members) {
        var bits = 0;
        while (bits < Slice.MAX_BITS && members > (long) MEMBERS_PER_RANGE << bits) {
            bits++;
        }
        return bits;
    }
}
