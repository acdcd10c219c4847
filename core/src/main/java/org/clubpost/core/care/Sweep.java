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
 * Goes through the posts that wait for a person: those whose time is over are let go, and those of which a process that
 * died told nobody are taken up again.
 */
public final class Sweep {

    /**
     * A post that waits is no older than this: four times as long as it may wait, with plenty of time for a sweep that
     * did not happen.
     */
    private static final Duration HORIZON = Duration.ofDays(56);

    private final Lists lists;
    private final Posts posts;
    private final HeldPosts held;
    private final InstantSource clock;

    /** What is done about posts that wait. */
    public interface HeldPosts {

        /** Lets a post go about which nobody decided in time. */
        void letGo(MailingList list, Post post);

        /** Has those told who have to decide about a post. */
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
     * Does what is due. To be called some times a day; may be repeated.
     *
     * @return for how many posts something was done
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
