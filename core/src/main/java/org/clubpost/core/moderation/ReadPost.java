package org.clubpost.core.moderation;

import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;

/**
 * A post with what was read in its mail.
 *
 * @param list the list that it was sent to
 * @param post the post as it was read from the table
 * @param headline what a listing shows of the mail
 * @param messageId the mail's Message-ID with its angle brackets; empty when it has none
 */
public record ReadPost(MailingList list, Post post, Post.Headline headline, String messageId) {

    /** The post in that state, with what was read in its mail. */
    public Post in(PostState state) {
        return post.with(headline).with(state);
    }

    /** The same mail, with the post as it has become in the table. */
    ReadPost with(Post changed) {
        return new ReadPost(list, changed, headline, messageId);
    }

    /** Says which post it is, but nothing of the mail. */
    @Override
    public String toString() {
        return "ReadPost[" + post.id() + "]";
    }
}
