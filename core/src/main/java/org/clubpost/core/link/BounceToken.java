package org.clubpost.core.link;

import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.Trace;

/**
 * The token of a bounce address whose check fits: it was made here, and says whom to look for. To whom the mail had gone
 * is known once {@link BounceTokens#trace} fits.
 *
 * @param purpose what the mail was
 * @param post the post; empty for a mail that we wrote ourselves
 * @param hex its octets, as hexadecimal digits
 */
public record BounceToken(Trace.Purpose purpose, Optional<PostId> post, String hex) {

    /** Whether it may be about this list: the beginning of the SHA-256 of its name is in the token. */
    public boolean isAbout(ListId list) {
        return new TokenHead(hex).isAbout(list);
    }

    /** The lowest key that its member may have. */
    public SubscriberId first() {
        return new TokenHead(hex).first();
    }

    /** The highest key that its member may have. */
    public SubscriberId last() {
        return new TokenHead(hex).last();
    }

    /** Says that this is a token, but not which one. */
    @Override
    public String toString() {
        return "BounceToken[hidden]";
    }
}
