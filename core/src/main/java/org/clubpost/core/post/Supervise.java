package org.clubpost.core.post;

import java.time.Instant;
import java.time.InstantSource;

import org.clubpost.core.list.Lists;

/**
 * Looks after the posts that no message in the queue brings back: starts those whose time has come, and lets those go on that wait no longer. To be called
 * every minute or so; may be called any number of times, also at the same time.
 */
public final class Supervise {

    private final Lists lists;
    private final Posts posts;
    private final Plan plan;
    private final InstantSource clock;

    /** Looks after the posts of these lists. */
    public Supervise(Lists lists, Posts posts, DeliveryQueue queue, InstantSource clock) {
        this.lists = lists;
        this.posts = posts;
        this.plan = new Plan(lists, posts, queue);
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
        for (var list : lists.all()) {
            try (var unsettled = posts.unsettled(list.id())) {
                done += unsettled.toList().stream().mapToInt(post -> tend(post, clock.instant()) ? 1 : 0).sum();
            }
        }
        return done;
    }

    private boolean tend(Post post, Instant now) {
        return switch (post.state()) {
            case PostState.Waiting waiting when !now.isBefore(waiting.until()) -> plan.start(post, waiting, now);
            case PostState.Parked parked when !now.isBefore(parked.until()) -> goOn(post, parked.sending(), now);
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Sending _,PostState.Paused _,PostState.Parked _,PostState.Cancelled _,PostState.Done _ ->
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
