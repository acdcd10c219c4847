package org.clubpost.core.moderation;

import org.clubpost.core.moderation.WaitingMails.WaitingMail;
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
    boolean stop(WaitingMail mail, ReadPost read, Reason reason) {
        var author = mail.provenAuthor();
        if (author.isPresent()) {
            return reject.reject(read, author.get(), reason);
        }
        discard.discard(read, reason);
        return false;
    }
}
