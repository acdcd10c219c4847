package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.function.BiFunction;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.care.Control;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;

/** What may be done with posts on their way ({@link Control}). Each act is logged in the same step. */
public final class SteerPosts {

    private final Lists lists;
    private final Posts posts;
    private final Ranges ranges;
    private final InstantSource clock;

    /** Steers the posts there. */
    public SteerPosts(Lists lists, Posts posts, Ranges ranges, InstantSource clock) {
        this.lists = lists;
        this.posts = posts;
        this.ranges = ranges;
        this.clock = clock;
    }

    /** Pauses a post until somebody lets it go on. */
    public Answer<Control.Outcome> pause(Actor actor, PostId id) {
        return steer(actor, id, Control::pause);
    }

    /** Lets a paused, parked or waiting post go on now. */
    public Answer<Control.Outcome> resume(Actor actor, PostId id) {
        return steer(actor, id, Control::resume);
    }

    /** Stops a post for good. */
    public Answer<Control.Outcome> cancel(Actor actor, PostId id) {
        return steer(actor, id, Control::cancel);
    }

    /** Has a finished post tried again for exactly those who did not get it. */
    public Answer<Control.Outcome> retry(Actor actor, PostId id) {
        return steer(actor, id, Control::retry);
    }

    /** The posts of a list that is gone are the operator's. */
    private Answer<Control.Outcome> steer(Actor actor, PostId id,
            BiFunction<Control, PostId, Control.Outcome> wish) {
        var post = posts.find(id);
        if (post.isEmpty()) {
            return new Answer.Allowed<>(new Control.Outcome.Unknown());
        }
        var may = lists.find(post.get().list()).map(list -> may(actor, list))
                .orElse(actor instanceof Actor.Operator);
        return Answer.when(may, Permission.STEER_POSTS,
                () -> wish.apply(new Control(posts, ranges, clock).by(Deed.of(actor)), id));
    }

    private static boolean may(Actor actor, MailingList list) {
        return Role.may(actor, list, Permission.STEER_POSTS);
    }
}
