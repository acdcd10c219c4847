package org.clubpost.core.moderation;

import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Discards a post: it goes to nobody, and nobody is told. The mail is kept, and the reason can be seen. When somebody
 * else was quicker, their decision stands.
 *
 * @param posts the posts
 */
public record Discard(Posts posts) {

    /** Discards a post whose mail was read. */
    public void discard(ReadPost read, Reason reason) {
        posts.replace(read.post(), read.in(new PostState.Discarded(reason)));
    }

    /** Discards a post whose mail cannot be read, because its list or the mail itself is gone. */
    public void unread(Post post, Reason reason) {
        posts.replace(post, post.with(new PostState.Discarded(reason)));
    }
}
