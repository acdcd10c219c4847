package org.clubpost.function.admin.api.posts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/posts}: the posts, newest first.
 *
 * @param posts the posts
 */
public record ListPosts(Posts posts) implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}/posts");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_READ, Permission.STEER_POSTS);
    }

    @Override
    public Set<String> query() {
        return Query.PAGES;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var limit = call.query().limit();
        var found = read(call, call.query().cursor().flatMap(PostId::parse), limit + 1L);
        return ApiAnswer.page(found.stream().limit(limit).map(post -> PostJson.of(post).map()).toList(),
                PostJson.last(found, limit).map(post -> call.next(post.id().value())));
    }

    private List<Post> read(ApiCall call, Optional<PostId> behind, long most) {
        var list = call.list().id();
        try (var all = behind.map(id -> posts.before(list, id)).orElseGet(() -> posts.of(list))) {
            return all.limit(most).toList();
        }
    }
}
