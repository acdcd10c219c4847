package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;

/**
 * Ends a post when everybody has been served and all failures have had their second chances. Every step may be taken
 * twice.
 */
final class Completion {

    /** The longest time for which the queue can keep a message back. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final Posts posts;
    private final Ranges ranges;
    private final DeliveryQueue queue;
    private final InstantSource clock;

    Completion(Posts posts, Ranges ranges, DeliveryQueue queue, InstantSource clock) {
        this.posts = posts;
        this.ranges = ranges;
        this.queue = queue;
        this.clock = clock;
    }

    /** To be called whenever a range of the post is finished. */
    void check(PostId id, RetryPolicy policy) {
        var all = ranges.of(id);
        var open = all.stream().filter(range -> !range.isFinished()).map(DeliveryRange::ref).toList();
        if (!open.stream().allMatch(RangeRef::isSecondChances)) {
            return;
        }
        posts.find(id).ifPresent(post -> post.state().goingOut().ifPresent(sending -> {
            var next = earliest(id, policy);
            if (!open.isEmpty()) {
                // Another worker has opened the range, and its message may have come too early and brought us here.
                queue.add(open, next.map(this::delay).orElse(Duration.ZERO));
            } else if (next.isPresent()) {
                // The message comes first. If it arrives before the range is open, it brings us here again. A range
                // without a message would never be taken up.
                var ref = RangeRef.secondChances(post.list(), id);
                queue.add(List.of(ref), delay(next.get()));
                ranges.reopen(ref);
            } else {
                var done = new PostState.Done(DeliveryRange.tally(all), sending.since(), clock.instant(), false);
                posts.replace(post, post.with(done));
            }
        }));
    }

    /** When the first failure of that post is due again; empty when none is. */
    Optional<Instant> earliest(PostId id, RetryPolicy policy) {
        try (var failures = ranges.failures(id)) {
            return failures.flatMap(failure -> policy.due(failure).stream()).min(Instant::compareTo);
        }
    }

    /** How long to keep back a message that is of use only at that time. */
    Duration delay(Instant due) {
        var wait = Duration.between(clock.instant(), due);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wait;
    }
}
