package org.clubpost.core.moderation;

import java.util.List;
import java.util.function.Supplier;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.PostState.Held.Decider;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/** Holds a post for the owners, who get the mail with links that send and refuse it. */
public final class HoldForOwners {

    private final HeldPosts held;
    private final Owners owners;
    private final Secrets secrets;

    /** Holds these posts. */
    public HoldForOwners(Posts posts, Owners owners, Secrets secrets) {
        this.held = new HeldPosts(posts);
        this.owners = owners;
        this.secrets = secrets;
    }

    /**
     * Holds a post. Owners who got enough mails today find it in the list of posts.
     *
     * @param mail what the owners are shown of it
     * @return false when somebody else was quicker, and there is nothing left to decide
     */
    public boolean hold(ReadPost read, Reason reason, Supplier<ForwardedMail> mail) {
        var send = ModerationToken.create(read.post().id(), Action.SEND, secrets.random());
        var refuse = ModerationToken.create(read.post().id(), Action.REFUSE, secrets.random());
        return held.begin(read, reason, Decider.OWNERS, List.of(send, refuse),
                () -> owners.tell(read.list(), mail,
                        (owner, forwarded) -> new Notice.PostHeld(read.list(), owner, forwarded, reason,
                                read.post().parties().audience(), secrets.links().moderate(send),
                                secrets.links().moderate(refuse),
                                HeldPosts.PATIENCE)));
    }
}
