package org.clubpost.core.moderation;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;

/**
 * The mails of posts that wait: what cannot be done without understanding a mail. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface WaitingMails {

    /** The mail of that post, read; empty when it lies in the store no more. */
    Optional<WaitingMail> read(MailingList list, Post post);

    /**
     * Does with the post's mail once more what was begun when it came in, for a process that died before it had told
     * everybody.
     */
    void takeUp(Post post);

    /** The mail of a post that waits, read. */
    interface WaitingMail {

        /** The post, with what was read. */
        ReadPost post();

        /** The author whose address the receiving side proved; empty when nothing proves it. */
        Optional<EmailAddress> provenAuthor();

        /** Sends it as an owner wants: only what cannot be sent at all stops it. */
        Release release();

        /**
         * Does with it what is right now that its author said that it is theirs; {@link Release.Settled} when it does
         * not name one author who had to say so.
         */
        Release confirm();
    }
}
