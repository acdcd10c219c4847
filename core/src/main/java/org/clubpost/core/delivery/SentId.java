package org.clubpost.core.delivery;

import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/**
 * A copy's Message-ID as its receiver sees it, and the Message-ID of its post. Both are as in RFC 5322 section 3.6.4,
 * without the angle brackets.
 *
 * @param sent the id that the provider gave the copy
 * @param original the id of the post
 * @param copy whose copy of which post; empty where nobody asks for that
 */
public record SentId(String sent, String original, Optional<Copy> copy) {

    /**
     * A copy.
     *
     * @param list the list
     * @param post the post
     * @param subscriber the key at which the post reached the member
     */
    public record Copy(ListId list, PostId post, SubscriberId subscriber) {}

    /** Nobody's in particular. */
    public SentId(String sent, String original) {
        this(sent, original, Optional.empty());
    }
}
