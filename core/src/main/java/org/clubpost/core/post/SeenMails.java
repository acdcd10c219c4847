package org.clubpost.core.post;

import java.time.Instant;

import org.clubpost.core.list.ListId;

/**
 * Which mails came to which lists lately, so that the same mail does not go out twice. A note only says which post
 * stands for a mail. Whether that mail was taken in says the post's state.
 */
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

    /**
     * Notes another post for a mail, because the one that is noted will never be taken in.
     *
     * @param noted the post that is noted for it, as the caller read it
     * @param post the post that takes its place
     * @param until from then on it counts as not seen
     * @return false when a third post is noted for it, or none any more; then nothing changes
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean pass(ListId list, String fingerprint, PostId noted, PostId post, Instant until);
}
