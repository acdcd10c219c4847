package org.clubpost.core.care;

import java.net.URI;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;

/**
 * The link with which an author takes a post back. Its secret is a keyed hash of the post's id, so the link is the same
 * however often it is made. It works as long as there is something to stop, whatever state the post is in.
 *
 * @param ids makes keyed hashes
 * @param links makes addresses of pages
 */
public record CancelLinks(SubscriberIds ids, PublicLinks links) {

    /** The page that stops that post. */
    public URI of(PostId post) {
        return links.moderate(token(post));
    }

    /** What is stored of the link. */
    TokenDigest digest(PostId post) {
        return token(post).digest();
    }

    /** Whether the token belongs to such a link, made by us. */
    public boolean isOurs(ModerationToken token) {
        return token.action() == ModerationToken.Action.CANCEL && token.digest().equals(digest(token.post()));
    }

    private ModerationToken token(PostId post) {
        return new ModerationToken(post, ModerationToken.Action.CANCEL, ids.digest("cancel " + post.value()));
    }
}
