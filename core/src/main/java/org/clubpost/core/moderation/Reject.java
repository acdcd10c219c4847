package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Tell;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Rejects a post: it goes to nobody, and its author, whose address is proven, is told. The author is told before the
 * state says so. So the next process makes up for one that died.
 */
public final class Reject {

    private static final RateLimits.Limit A_DAY = new RateLimits.Limit(RateLimits.Kind.REJECTION, 10,
            Duration.ofDays(1));

    private final Posts posts;
    private final Tell.Way way;
    private final Secrets secrets;
    private final InstantSource clock;

    /** Rejects these posts. */
    public Reject(Posts posts, Tell.Way way, Secrets secrets, InstantSource clock) {
        this.posts = posts;
        this.way = way;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Rejects a post.
     *
     * @return false when its author was told about so many posts today that this one was discarded instead
     */
    public boolean reject(ReadPost read, EmailAddress author, Reason reason) {
        if (!way.limits().allow(A_DAY, secrets.counted("rejected", read.list(), author), clock.instant())) {
            new Discard(posts).discard(read, reason);
            return false;
        }
        way.notices().send(new Notice.PostRejected(read.list(), author, read.headline().subject(), read.messageId(),
                reason));
        posts.replace(read.post(), read.in(new PostState.Rejected(reason)));
        return true;
    }
}
