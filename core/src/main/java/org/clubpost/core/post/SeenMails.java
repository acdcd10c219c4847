package org.clubpost.core.post;

import java.time.Instant;

import org.clubpost.core.list.ListId;

/** Which mails went to which lists of late, so that the same mail does not go twice. */
public interface SeenMails {

    /**
     * Notes that the post is the mail with that fingerprint, unless another post has been noted for it.
     *
     * @param fingerprint what makes the mail that mail: hexadecimal digits of a hash
     * @param until from then on it counts as not seen
     * @return the post that has it: the given one, also when it was noted before; or an earlier one. Of several posts
     *         at the same time one is noted, and all are told that one.
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    PostId first(ListId list, String fingerprint, PostId post, Instant now, Instant until);
}
