package org.clubpost.core.moderation;

import org.clubpost.core.moderation.HeldMails.HeldMail;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Ends a held post. Its author is told if proven; otherwise nobody is told.
 *
 * @param discard for authors who are not proven
 * @param reject for authors who are
 */
record Stop(Discard discard, Reject reject) {

    Stop(Posts posts, Reject reject) {
        this(new Discard(posts), reject);
    }

    /**
     * Ends the post.
     *
     * @param read the mail, with its post as it is now
     * @return whether its author was told
     */
    boolean stop(HeldMail mail, ReadPost read, Reason reason) {
        var author = mail.provenAuthor();
        if (author.isPresent()) {
            return reject.decided(read, author.get(), reason);
        }
        discard.discard(read, reason);
        return false;
    }
}
