package org.clubpost.core.moderation;

import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Lets a post go to nobody without telling anybody; the mail is kept, with the reason to be seen. When somebody else
 * was faster, what they decided stands.
 *
 * @param posts the posts
 */
public record Discard(Posts posts) {

    /** Lets go of a post whose mail was read. */
    public void discard(ReadPost read, Reason reason) {
        posts.replace(read.post(), read.in(new PostState.Discarded(reason)));
    }

    /** Lets go of a post whose mail nobody can read: its list is gone, or the mail itself. */
    public void unread(Post post, Reason reason) {
        posts.replace(post, post.with(new PostState.Discarded(reason)));
    }
}
