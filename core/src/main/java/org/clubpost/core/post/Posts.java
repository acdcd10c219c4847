package org.clubpost.core.post;

import java.util.Optional;
import java.util.stream.Stream;

import org.clubpost.core.Contested;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.ListId;

/**
 * The posts and their states. Every change is made under a condition. Every method may throw
 * {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Posts extends Contested {

    /** The same posts, where each change is that deed. What is changed otherwise is the service's work. */
    Posts by(Deed deed);

    /**
     * Adds a post.
     *
     * @return false when there already is one with that id; then nothing changes
     */
    boolean create(Post post);

    /** The post as of now. */
    Optional<Post> find(PostId id);

    /** The posts of a list, newest first, read as the stream is consumed. */
    Stream<Post> of(ListId list);

    /**
     * The posts of a list that came in before that one, newest first, read as the stream is consumed. It costs the same
     * wherever it begins.
     */
    default Stream<Post> before(ListId list, PostId id) {
        return of(list).dropWhile(post -> post.id().compareTo(id) >= 0);
    }

    /**
     * The posts of a list that are not {@linkplain PostState#isSettled() settled}, oldest first, read as the stream is
     * consumed.
     */
    Stream<Post> unsettled(ListId list);

    /**
     * Puts the post in another state, and its headline with it.
     *
     * @param seen the post as the caller read it
     * @param changed the same post, changed
     * @return false when its state changed in the meantime; then nothing changes
     */
    boolean replace(Post seen, Post changed);
}
