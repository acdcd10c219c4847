package org.clubpost.function.admin.api.held;

import org.clubpost.core.admin.Permission;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.Post;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.api.posts.FindPost;
import org.clubpost.function.admin.api.posts.PostJson;
import org.clubpost.function.admin.mails.StoredPosts;
import org.clubpost.function.admin.waiting.Decisions;
import org.clubpost.mail.verdict.Sender;

/**
 * {@code GET /lists/LIST/held/POST}: a post that waits, with its text, and what is proven about its author.
 *
 * @param found finds posts
 * @param stored opens their mails
 */
public record ShowHeld(FindPost found, StoredPosts stored) implements Operation {

    private static final int MOST_OF_TEXT = 100_000;

    @Override
    public Route route() {
        return Route.get("/lists/{list}/held/{post}");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_READ, Permission.DECIDE_POSTS);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return found.answer(call, post -> Decisions.waits(post, call.now())
                ? ApiAnswer.ok(opened(call, post))
                : Problem.notFound("This post does not wait for a decision, or not any more.").answer());
    }

    private Members opened(ApiCall call, Post post) {
        var members = PostJson.of(post);
        stored.open(call.list(), post).ifPresent(mail -> members.and("proof", switch (mail.sender()) {
            case Sender.Proven _ -> "proven";
            case Sender.Claimed _ -> "claimed";
            case Sender.Nobody _ -> "nobody";
        }).and("text", cut(mail.view().text())).and("hasHtml", mail.view().hasPage()).and("files",
                mail.view().files().stream().map(file -> Members.of("name", file.name()).and("size", file.octets())
                        .map()).toList()));
        return members;
    }

    private static String cut(String text) {
        return text.length() <= MOST_OF_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_OF_TEXT - 1)));
    }
}
