package org.clubpost.core.care;

import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * What becomes of a range whose message came again and again and was never finished. Its post is parked for a fault.
 * {@link Supervise} then tells the owners, and tries again after some hours, when the fault may have been mended.
 * Nothing is lost: what was delivered is recorded, and the rest goes out then.
 */
public final class DeadLetters {

    private static final Duration PAUSE = Duration.ofHours(6);

    private final Posts posts;
    private final InstantSource clock;

    /** Parks the posts there. */
    public DeadLetters(Posts posts, InstantSource clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * Parks the post of that range if it is going out. May be repeated.
     *
     * @return whether it was going out, and is parked now
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean park(RangeRef ref) {
        var post = posts.find(ref.post());
        return post.isPresent() && post.get().state() instanceof PostState.Sending sending
                && posts.replace(post.get(), post.get().with(new PostState.Parked(sending,
                        PostState.Parked.Cause.FAULT, Reason.of(Reason.Cause.FAILED_AGAIN), clock.instant().plus(PAUSE),
                        false)));
    }
}
