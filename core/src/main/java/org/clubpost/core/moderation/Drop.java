package org.clubpost.core.moderation;

import java.time.InstantSource;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Drops a held post because somebody decides so: it goes to nobody, and nobody is told, its author neither. The mail is
 * kept. The log has it in the same step.
 *
 * @param posts the posts
 * @param clock the time
 */
public record Drop(Posts posts, InstantSource clock) {

    /**
     * Drops the post.
     *
     * @return false when there was nothing to decide: the post is not this list's, somebody has decided, its author has
     *         to say whether it is theirs, or the time is over
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Answer<Boolean> drop(Actor actor, MailingList list, PostId id) {
        return Answer.when(Role.may(actor, list, Permission.DECIDE_POSTS), Permission.DECIDE_POSTS,
                () -> posts.find(id).filter(post -> post.list().equals(list.id())).filter(this::waits)
                        .filter(post -> posts.by(Deed.of(actor)).replace(post, post.with(
                                new PostState.Discarded(Reason.of(Reason.Cause.DROPPED_BY_OWNERS)))))
                        .isPresent());
    }

    /** Whether the owners have to decide about it. */
    private boolean waits(Post post) {
        return post.state() instanceof PostState.Held held
                && held.isFor(PostState.Held.Decider.OWNERS, clock.instant());
    }
}
