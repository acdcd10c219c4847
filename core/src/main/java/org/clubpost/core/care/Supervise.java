package org.clubpost.core.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;

/**
 * Looks after the posts that no message in the queue brings back: starts those whose time has come, lets those go on
 * that wait no longer, and has people {@linkplain Tell told} what became of the others. To be called every minute or
 * so; may be called any number of times, also at the same time.
 */
public final class Supervise {

    private final Lists lists;
    private final Posts posts;
    private final Plan plan;
    private final Tell tell;
    private final InstantSource clock;

    /** Looks after the posts of these lists. */
    public Supervise(Lists lists, Posts posts, Plan plan, Tell tell, InstantSource clock) {
        this.lists = lists;
        this.posts = posts;
        this.plan = plan;
        this.tell = tell;
        this.clock = clock;
    }

    /**
     * Does what is due.
     *
     * @return for how many posts something was done
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int tend() {
        var done = 0;
        var others = new ArrayList<About>();
        for (var list : lists.all()) {
            try (var unsettled = posts.unsettled(list.id())) {
                for (var post : (Iterable<Post>) unsettled::iterator) {
                    if (tend(post, clock.instant())) {
                        done++;
                    } else {
                        others.add(new About(list, post));
                    }
                }
            }
        }
        // Last, so that a provider that does not take a notice keeps no post from going out.
        for (var other : others) {
            done += tell.about(other.list(), other.post()) ? 1 : 0;
        }
        return done;
    }

    private record About(MailingList list, Post post) {}

    private boolean tend(Post post, Instant now) {
        return switch (post.state()) {
            case PostState.Waiting waiting when !now.isBefore(waiting.until()) -> plan.start(post, waiting, now);
            case PostState.Parked parked when !now.isBefore(parked.until()) -> goOn(post, parked.sending(), now);
            case PostState.Resumed resumed when !now.isBefore(resumed.until()) -> goOn(post, resumed.sending(), now);
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Sending _,PostState.Paused _,PostState.Parked _,PostState.Resumed _,PostState.Cancelled _,PostState.Done _ ->
                false;
        };
    }

    private boolean goOn(Post post, PostState.Sending sending, Instant now) {
        if (!posts.replace(post, post.with(Plan.resumed(sending, now)))) {
            return false;
        }
        plan.resume(post.id());
        return true;
    }
}
