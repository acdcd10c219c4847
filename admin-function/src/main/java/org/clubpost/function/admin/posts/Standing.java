package org.clubpost.function.admin.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/** How a post stands, in words, and what can be done about it. */
final class Standing {

    private Standing() {}

    /** What a person can do about a post on its way. */
    enum Wish {
        PAUSE, RESUME, CANCEL, RETRY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Wish> parse(String word) {
            return List.of(values()).stream().filter(wish -> wish.word().equals(word)).findFirst();
        }
    }

    /** Its state in a word or two. */
    static String word(Words words, PostState state) {
        return words.text(switch (state) {
            case PostState.Received received ->
                received.isSetAside() ? "posts.state.set-aside" : "post.state.received";
            case PostState.Held held -> held.decider() == PostState.Held.Decider.AUTHOR
                    ? "posts.state.author"
                    : "post.state.held";
            case PostState.Rejected _ -> "post.state.rejected";
            case PostState.Discarded _ -> "post.state.discarded";
            case PostState.Waiting _ -> "post.state.waiting";
            case PostState.Sending _ -> "post.state.sending";
            case PostState.Resumed _ -> "post.state.resumed";
            case PostState.Paused _ -> "post.state.paused";
            case PostState.Parked _ -> "post.state.parked";
            case PostState.Cancelled _ -> "post.state.cancelled";
            case PostState.Done _ -> "post.state.done";
        });
    }

    /** Why, or since when, as sentences; none where the word says it all. */
    static List<String> sentences(RoomVisit visit, PostState state) {
        var words = visit.words();
        Function<Instant, String> time = at -> words.time(at, visit.zone());
        return switch (state) {
            case PostState.Received received ->
                received.isSetAside() ? List.of(words.reason(received.reason())) : List.of();
            case PostState.Held held -> List.of(words.reason(held.reason()));
            case PostState.Rejected(var reason) -> List.of(words.reason(reason));
            case PostState.Discarded(var reason) -> List.of(words.reason(reason));
            case PostState.Waiting(_, var why, var until, _) -> List.of(words.text(switch (why) {
                case UNDO -> "posts.waits.undo";
                case SEND_AT -> "posts.waits.send-at";
                case QUIET_HOURS -> "posts.waits.quiet-hours";
            }, Map.of("until", time.apply(until))));
            case PostState.Paused(_, var at) -> List.of(words.text("posts.paused", Map.of("at", time.apply(at))));
            case PostState.Parked parked -> List.of(words.reason(parked.reason()), words.text(
                    parked.isUndecided() ? "posts.undecided" : "posts.again",
                    Map.of("until", time.apply(parked.until()))));
            case PostState.Cancelled(var tally, var at, _) ->
                List.of(words.text("posts.cancelled", Map.of("at", time.apply(at))), tally(words, tally));
            case PostState.Done(var tally, _, var at, _) ->
                List.of(words.text("posts.done", Map.of("at", time.apply(at))), tally(words, tally));
            case PostState.Sending _,PostState.Resumed _ -> List.of();
        };
    }

    /** How many got it and how many did not, as one sentence or two. */
    static String tally(Words words, Tally tally) {
        var sent = words.text("posts.sent", Map.of("count", tally.sent()));
        return tally.failed() <= 0 ? sent : sent + " " + words.text("posts.failed", Map.of("count", tally.failed()));
    }

    /** How far its delivery has come, as a sentence. */
    static String progress(Words words, DeliveryProgress progress) {
        return words.text("posts.progress", Map.of("percent", progress.percent())) + " "
                + tally(words, progress.tally());
    }

    /** Whether the members are getting it, or will when somebody lets it go on. */
    static boolean isOnItsWay(PostState state) {
        return state.goingOut().isPresent() || state instanceof PostState.Paused
                || state instanceof PostState.Parked;
    }

    /** What can be done about it now. */
    static List<Wish> wishes(Post post) {
        var all = new ArrayList<Wish>();
        switch (post.state()) {
            case PostState.Sending _,PostState.Resumed _ -> all.addAll(List.of(Wish.PAUSE, Wish.CANCEL));
            case PostState.Paused _,PostState.Waiting _ -> all.addAll(List.of(Wish.RESUME, Wish.CANCEL));
            case PostState.Parked parked ->
                all.addAll(parked.isWithList() ? List.of(Wish.CANCEL) : List.of(Wish.RESUME, Wish.CANCEL));
            case PostState.Done done when done.tally().failed() > 0 -> all.add(Wish.RETRY);
            case PostState.Done _,PostState.Received _,PostState.Held _,PostState.Rejected _ -> {
                // Nothing is on its way.
            }
            case PostState.Discarded _,PostState.Cancelled _ -> {
                // It is settled.
            }
        }
        return all;
    }
}
