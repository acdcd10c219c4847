package org.clubpost.function.admin.api.posts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Route;
import org.clubpost.function.admin.words.Words;

/** A post in JSON. */
public final class PostJson {

    private PostJson() {}

    /** What it is, and how it stands. */
    public static Members of(Post post) {
        var members = Members.of("id", post.id().value())
                .and("href", Route.ROOT + "/lists/" + post.list() + "/posts/" + post.id())
                .and("subject", post.shownHeadline().subject()).and("author", post.shownHeadline().author())
                .and("size", post.shownHeadline().sizeBytes()).and("received", post.id().storedAt())
                .and("groups", post.parties().audience().named().stream().map(GroupName::value).sorted().toList())
                .and("state", word(post.state()));
        return switch (post.state()) {
            case PostState.Received received -> received.isSetAside() ? why(members, received.reason()) : members;
            case PostState.Held held -> why(members, held.reason()).and("until", held.until());
            case PostState.Rejected(var reason) -> why(members, reason);
            case PostState.Discarded(var reason) -> why(members, reason);
            case PostState.Waiting(_, var why, var until, _) ->
                members.and("waitsFor", Members.word(why)).and("until", until);
            case PostState.Sending sending -> members.and("since", sending.since());
            case PostState.Resumed resumed -> members.and("since", resumed.sending().since());
            case PostState.Paused(_, var at) -> members.and("since", at);
            case PostState.Parked parked -> why(members, parked.reason()).and("until", parked.until());
            case PostState.Cancelled(var tally, var at, _) -> counted(members, tally).and("ended", at);
            case PostState.Done(var tally, var since, var at, _) ->
                counted(members, tally).and("since", since).and("ended", at);
        };
    }

    /** How many got it, and how many did not. */
    static Members counted(Members members, Tally tally) {
        return members.and("sent", tally.sent()).and("failed", Math.max(0, tally.failed()));
    }

    private static Members why(Members members, Reason reason) {
        return members.and("reason", reason(reason));
    }

    /** A reason by its code, which never changes, and as an English sentence. */
    public static Map<String, Object> reason(Reason reason) {
        return Members.of("code", reason.cause().code()).and("text", Words.of(Locale.ENGLISH).reason(reason)).map();
    }

    /** The state in a word. */
    static String word(PostState state) {
        return switch (state) {
            case PostState.Received received -> received.isSetAside() ? "set-aside" : "received";
            case PostState.Held held -> held.decider() == PostState.Held.Decider.AUTHOR ? "with-author" : "held";
            case PostState.Rejected _ -> "rejected";
            case PostState.Discarded _ -> "discarded";
            case PostState.Waiting _ -> "waiting";
            case PostState.Sending _,PostState.Resumed _ -> "sending";
            case PostState.Paused _ -> "paused";
            case PostState.Parked _ -> "parked";
            case PostState.Cancelled _ -> "cancelled";
            case PostState.Done _ -> "done";
        };
    }

    /** That something was done with it. Nobody is named, so it may be kept. */
    public static Members did(Post post, String outcome) {
        return Members.of("outcome", outcome).and("id", post.id().value())
                .and("href", Route.ROOT + "/lists/" + post.list() + "/posts/" + post.id());
    }

    /** The last one that is shown, when there are more than were wanted. */
    public static Optional<Post> last(List<Post> found, int limit) {
        return found.size() > limit ? Optional.of(found.get(limit - 1)) : Optional.empty();
    }
}
