package org.clubpost.core.moderation;

import java.util.Optional;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;

/**
 * The mails of held posts, and everything about them that takes understanding a mail. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface HeldMails {

    /** The same mails, where what is decided about one is that deed, and is logged with it. */
    HeldMails by(Deed deed);

    /** The mail of that post, read; empty when the store no longer has it. */
    Optional<HeldMail> read(MailingList list, Post post);

    /** Handles the post's mail once more as when it came in, because a process died before it had told everybody. */
    void takeUp(Post post);

    /** The mail of a held post, read. */
    interface HeldMail {

        /** The post, with what was read. */
        ReadPost post();

        /** The author whose address the receiving side proved; empty when nothing proves it. */
        Optional<EmailAddress> provenAuthor();

        /** Sends it because an owner wants that. It is stopped only if it cannot be sent at all. */
        Release release();

        /**
         * Does what is right after the author said that the mail is theirs. {@link Release.Settled} when it does not
         * name one author who had to say so.
         */
        Release confirm();
    }
}
