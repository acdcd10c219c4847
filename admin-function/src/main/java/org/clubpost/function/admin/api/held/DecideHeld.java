package org.clubpost.function.admin.api.held;

import java.util.List;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.Post;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.api.posts.FindPost;
import org.clubpost.function.admin.api.posts.PostJson;
import org.clubpost.function.admin.waiting.Decisions;
import org.clubpost.function.admin.waiting.Decisions.Result;

/**
 * {@code POST /lists/LIST/held/POST/send}, {@code …/refuse} and {@code …/drop}: decides about a post that waits.
 *
 * @param found finds posts
 * @param decisions the use cases
 * @param wish what is wanted
 */
public record DecideHeld(FindPost found, Decisions decisions, Decisions.Wish wish) implements Operation {

    private static final String REASON = "reason";
    private static final int MOST_OF_REASON = 400;

    @Override
    public Route route() {
        return Route.post("/lists/{list}/held/{post}/" + wish.word());
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_WRITE, Permission.DECIDE_POSTS);
    }

    @Override
    public List<BodyField> body() {
        return wish == Decisions.Wish.REFUSE ? List.of(BodyField.text(REASON, MOST_OF_REASON)) : List.of();
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return found.answer(call, post -> said(post, decisions.carryOut(call.actor(), call.list(), post.id(), wish,
                call.text(REASON).strip())));
    }

    private static ApiAnswer said(Post post, Result result) {
        return switch (result.word()) {
            case SENT -> ApiAnswer.ok(PostJson.did(post, "sent"));
            case LATER -> ApiAnswer.ok(PostJson.did(post, "scheduled"));
            case REFUSED -> ApiAnswer.ok(PostJson.did(post, "refused"));
            case REFUSED_SILENTLY -> ApiAnswer.ok(PostJson.did(post, "refused-silently"));
            case DROPPED -> ApiAnswer.ok(PostJson.did(post, "dropped"));
            case SETTLED ->
                Problem.conflict("This post does not wait for a decision, or not any more.").answer();
            case CANNOT -> Problem.conflict("This post cannot be sent.").answer();
            case DENIED -> Problem.notAllowed().answer();
        };
    }
}
