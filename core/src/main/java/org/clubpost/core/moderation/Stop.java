package org.clubpost.core.moderation;

import org.clubpost.core.moderation.WaitingMails.WaitingMail;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Stops a post that waits. Its author is told if proven, and otherwise nobody.
 *
 * @param discard for those who are not proven
 * @param reject for those who are
 */
record Stop(Discard discard, Reject reject) {

    Stop(Posts posts, Reject reject) {
        this(new Discard(posts), reject);
    }

    /**
     * Stops the post.
     *
     * @param read the post of that mail as it is now
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
