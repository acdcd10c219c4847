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
 * Looks after the posts that no message in the queue brings back. It starts waiting posts whose time has come, lets
 * parked posts go on, and has people {@linkplain Tell told} what became of the others. To be called every minute or so.
 * It may be called any number of times, also concurrently.
 */
public final class Supervise {

    private final Lists lists;
    private final Posts posts;
    private final Plan plan;
    private final Tell tell;
    private final Reconsider reconsider;
    private final InstantSource clock;

    /** Looks after the posts of these lists, and sends each at its time. */
    public Supervise(Lists lists, Posts posts, Plan plan, Tell tell, InstantSource clock) {
        this(lists, posts, plan, tell, Reconsider.NEVER, clock);
    }

    /** Looks after the posts of these lists, and looks once more at each whose time has come. */
    public Supervise(Lists lists, Posts posts, Plan plan, Tell tell, Reconsider reconsider, InstantSource clock) {
        this.lists = lists;
        this.posts = posts;
        this.plan = plan;
        this.tell = tell;
        this.reconsider = reconsider;
        this.clock = clock;
    }

    /**
     * Does what is due.
     *
     * @return the number of posts for which something was done
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int tend() {
        var done = 0;
        var others = new ArrayList<About>();
        for (var list : lists.all()) {
            try (var unsettled = posts.unsettled(list.id())) {
                for (var post : (Iterable<Post>) unsettled::iterator) {
                    if (tend(list, post, clock.instant())) {
                        done++;
                    } else {
                        others.add(new About(list, post));
                    }
                }
            }
        }
        // This comes last, so that a provider that does not take a notice does not keep a post from going out.
        for (var other : others) {
            done += tell.about(other.list(), other.post()) ? 1 : 0;
        }
        return done;
    }

    private record About(MailingList list, Post post) {}

    private boolean tend(MailingList list, Post post, Instant now) {
        return switch (post.state()) {
            case PostState.Waiting waiting when !now.isBefore(waiting.until()) ->
                reconsider.isStopped(list, post) || plan.start(post, waiting, now);
            case PostState.Parked parked when !now.isBefore(parked.until()) ->
                parked.isUndecided() ? tell.giveUp(post) : goOn(post, parked.sending(), now);
            case PostState.Resumed resumed when !now.isBefore(resumed.until()) -> goOn(post, resumed.sending(), now);
            case PostState.Held held when !held.told() && Recovery.isOverdue(post.id().storedAt(), now) ->
                reconsider.isStopped(list, post);
            case PostState.Received _ -> false;
            case PostState.Held _ -> false;
            case PostState.Rejected _ -> false;
            case PostState.Discarded _ -> false;
            case PostState.Waiting _ -> false;
            case PostState.Sending _ -> false;
            case PostState.Paused _ -> false;
            case PostState.Parked _ -> false;
            case PostState.Resumed _ -> false;
            case PostState.Cancelled _ -> false;
            case PostState.Done _ -> false;
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
