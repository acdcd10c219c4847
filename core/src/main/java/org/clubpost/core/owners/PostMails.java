package org.clubpost.core.owners;

import java.util.Optional;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.post.Post;

/** The mails of posts, as owners are shown them. */
@FunctionalInterface
public interface PostMails {

    /**
     * The mail of that post; empty when the store no longer has it.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Optional<ForwardedMail> find(MailingList list, Post post);
}
