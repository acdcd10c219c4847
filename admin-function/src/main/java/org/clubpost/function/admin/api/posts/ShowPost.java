package org.clubpost.function.admin.api.posts;

import org.clubpost.core.admin.Permission;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.health.Returns;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/posts/POST}: one post, with how far it has come, and what came back of it.
 *
 * @param found finds posts
 * @param ranges know how far it has come
 * @param returns know what came back
 */
public record ShowPost(FindPost found, Ranges ranges, Returns returns) implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}/posts/{post}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_READ, Permission.STEER_POSTS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return found.answer(call, post -> ApiAnswer.ok(cameBack(progress(PostJson.of(post), post), post)));
    }

    private Members progress(Members members, Post post) {
        var isOnItsWay = post.state().goingOut().isPresent() || post.state() instanceof PostState.Paused
                || post.state() instanceof PostState.Parked;
        if (!isOnItsWay) {
            return members;
        }
        var progress = DeliveryProgress.of(ranges.of(post.id()));
        return PostJson.counted(members.and("percent", progress.percent()), progress.tally());
    }

    private Members cameBack(Members members, Post post) {
        var counts = returns.of(post.list(), post.id());
        return members
                .and("cameBack", counts.byNumber().stream().map(each -> Members.of("reason", each.getKey().word())
                        .and("count", each.getValue()).map()).toList())
                .and("complaints", counts.complaints());
    }
}
