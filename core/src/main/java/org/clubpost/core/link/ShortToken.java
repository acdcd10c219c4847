package org.clubpost.core.link;

import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * A short token whose check fits: it was made here, and says whom to look for. Whom it was made for is known once
 * {@link ShortTokens#link} fits.
 *
 * @param purpose what it may be used for
 * @param hex its octets, as hexadecimal digits
 */
public record ShortToken(LinkPurpose purpose, String hex) {

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
        return "ShortToken[hidden]";
    }
}
