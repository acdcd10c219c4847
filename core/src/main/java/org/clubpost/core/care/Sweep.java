package org.clubpost.core.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;

/**
 * Goes through the held posts. It ends those whose time is over. If a process died before it told anybody about a post,
 * that post is taken up again.
 */
public final class Sweep {

    /**
     * No held post is older than this. It is four times as long as a post may be held, which leaves plenty of time for
     * a sweep that did not happen.
     */
    private static final Duration HORIZON = Duration.ofDays(56);

    private final Lists lists;
    private final Posts posts;
    private final HeldPosts held;
    private final InstantSource clock;

    /** What is done about held posts. */
    public interface HeldPosts {

        /** Ends a post that nobody decided about in time. */
        void letGo(MailingList list, Post post);

        /** Sees to it that those who have to decide about a post are told. */
        void takeUp(Post post);
    }

    /** Goes through the posts of these lists. */
    public Sweep(Lists lists, Posts posts, HeldPosts held, InstantSource clock) {
        this.lists = lists;
        this.posts = posts;
        this.held = held;
        this.clock = clock;
    }

    /**
     * Does what is due. To be called a few times a day. May be repeated.
     *
     * @return the number of posts for which something was done
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int sweep() {
        var done = 0;
        for (var list : lists.all()) {
            done += sweep(list, clock.instant());
        }
        return done;
    }

    private int sweep(MailingList list, Instant now) {
        var done = 0;
        try (var all = posts.of(list.id())) {
            var waiting = all.takeWhile(post -> post.id().storedAt().isAfter(now.minus(HORIZON)))
                    .filter(post -> post.state() instanceof PostState.Held).toList();
            for (var post : waiting) {
                done += tend(list, post, now) ? 1 : 0;
            }
        }
        return done;
    }

    private boolean tend(MailingList list, Post post, Instant now) {
        if (!(post.state() instanceof PostState.Held waiting)) {
            return false;
        }
        if (!now.isBefore(waiting.until())) {
            held.letGo(list, post);
            return true;
        }
        if (!waiting.told()) {
            held.takeUp(post);
            return true;
        }
        return false;
    }
}
