package org.clubpost.function.admin.api.held;

import java.util.Set;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.PostId;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.api.posts.PostJson;
import org.clubpost.function.admin.waiting.Decisions;

/**
 * {@code GET /lists/LIST/held}: the posts about which those who run the list decide, oldest first.
 *
 * @param decisions know them
 */
public record ListHeld(Decisions decisions) implements Operation {

    private static final int MOST = 1_000;

    @Override
    public Route route() {
        return Route.get("/lists/{list}/held");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_READ, Permission.DECIDE_POSTS);
    }

    @Override
    public Set<String> query() {
        return Query.PAGES;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var limit = call.query().limit();
        var behind = call.query().cursor().flatMap(PostId::parse);
        var found = decisions.waiting(call.list(), call.now(), MOST).stream()
                .filter(post -> behind.filter(last -> post.id().compareTo(last) <= 0).isEmpty()).limit(limit + 1L)
                .toList();
        return ApiAnswer.page(found.stream().limit(limit).map(post -> PostJson.of(post).map()).toList(),
                PostJson.last(found, limit).map(post -> call.next(post.id().value())));
    }
}
