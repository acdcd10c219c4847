package org.clubpost.core.owners;

import java.util.List;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberIds;

/**
 * The links with which owners decide about a held post. Their secrets are keyed hashes of the post's id, so that a letter
 * which comes later carries the same links as the first one. They work while the held post's state names their digests.
 *
 * @param ids makes keyed hashes
 * @param links makes addresses of pages
 */
public record DecisionLinks(SubscriberIds ids, PublicLinks links) {

    private static final int CODE = 8;

    /** What sends the post. */
    public ModerationToken send(PostId post) {
        return token(ids, post, Action.SEND);
    }

    /** What refuses it. */
    public ModerationToken refuse(PostId post) {
        return token(ids, post, Action.REFUSE);
    }

    /** Both. */
    public List<ModerationToken> both(PostId post) {
        return List.of(send(post), refuse(post));
    }

    /**
     * By what a mail names the post: {@value #CODE} hexadecimal digits. They are a keyed hash, so nobody but who gets our
     * mails can put those of a post into a mail of theirs.
     */
    public String code(PostId post) {
        return ids.digest("answer " + post.value()).substring(0, CODE);
    }

    /**
     * What decides so about the post, for whoever makes no link of it.
     *
     * @param ids makes keyed hashes
     */
    public static ModerationToken token(SubscriberIds ids, PostId post, Action action) {
        return new ModerationToken(post, action, ids.digest("decide " + action + " " + post.value()));
    }
}
