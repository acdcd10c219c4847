package org.clubpost.function.admin.api.posts;

import java.util.function.Function;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.mails.StoredPosts;

/**
 * Finds the post that a path names.
 *
 * @param stored the posts and their mails
 */
public record FindPost(StoredPosts stored) {

    private static final String POST = "post";

    /** What to answer about the post that the path names, or that this list has none of that id. */
    public ApiAnswer answer(ApiCall call, Function<Post, ApiAnswer> about) {
        return PostId.parse(call.piece(POST)).flatMap(id -> stored.find(call.list(), id)).map(about)
                .orElseGet(() -> Problem.notFound("This list has no such post.").answer());
    }
}
