package org.clubpost.core.post;

import java.time.Instant;

import org.clubpost.core.list.ListId;

/** Which mails went to which lists lately, so that the same mail does not go twice. */
public interface SeenMails {

    /**
     * Notes that the post is the mail with that fingerprint, unless another post has been noted for it.
     *
     * @param fingerprint what tells the mail from others: hexadecimal digits of a hash
     * @param until from then on it counts as not seen
     * @return the post that is noted for it: the given one, even if it was noted before, or an earlier one. When
     *         several posts come at the same time, one of them is noted and returned to all.
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    PostId first(ListId list, String fingerprint, PostId post, Instant now, Instant until);
}
