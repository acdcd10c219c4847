package org.clubpost.function.admin.api.posts;

import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.SteerPosts;
import org.clubpost.core.care.Control;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.PostId;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/posts/POST/pause} and the like: changes the course of a post.
 *
 * @param found finds posts
 * @param steer the use case
 * @param wish what is wanted
 */
public record SteerPost(FindPost found, SteerPosts steer, Wish wish) implements Operation {

    /** What can be wanted of a post. */
    public enum Wish {
        /** That it waits. */
        PAUSE,
        /** That it goes on now. */
        RESUME,
        /** That it stops for good. */
        CANCEL,
        /** That those get it who did not. */
        RETRY
    }

    @Override
    public Route route() {
        return Route.post("/lists/{list}/posts/{post}/" + Members.word(wish));
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_WRITE, Permission.STEER_POSTS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return found.answer(call, post -> switch (asked(call, post.id())) {
            case Answer.Allowed<Control.Outcome>(Control.Outcome.Changed(var changed)) ->
                ApiAnswer.ok(PostJson.did(changed, PostJson.word(changed.state())));
            case Answer.Allowed<Control.Outcome>(Control.Outcome.Senseless(var now)) -> Problem.conflict(
                    "Nothing was done: this makes no sense of a post that is " + PostJson.word(now.state()) + ".")
                    .answer();
            case Answer.Allowed<Control.Outcome>(Control.Outcome.Unknown _) ->
                Problem.notFound("This list has no such post.").answer();
            case Answer.Denied<Control.Outcome> _ -> Problem.notAllowed().answer();
        });
    }

    private Answer<Control.Outcome> asked(ApiCall call, PostId post) {
        return switch (wish) {
            case PAUSE -> steer.pause(call.actor(), post);
            case RESUME -> steer.resume(call.actor(), post);
            case CANCEL -> steer.cancel(call.actor(), post);
            case RETRY -> steer.retry(call.actor(), post);
        };
    }
}
