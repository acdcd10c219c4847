package org.clubpost.local.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.site.Reasons;

/** What the command line and the page say about a post, in English. */
public final class PostWords {

    private PostWords() {}

    /** When the mail was stored: the first twelve digits of the id. */
    public static Instant received(PostId id) {
        return Instant.ofEpochMilli(Long.parseLong(id.value().substring(0, 12), 16)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its state in one word. */
    public static String state(PostState state) {
        return switch (state) {
            case PostState.Received received -> received.isSetAside() ? "set-aside" : "received";
            case PostState.Held _ -> "held";
            case PostState.Rejected _ -> "rejected";
            case PostState.Discarded _ -> "discarded";
            case PostState.Sending _ -> "sending";
            case PostState.Waiting _ -> "waiting";
            case PostState.Paused _ -> "paused";
            case PostState.Parked parked ->
                parked.isUndecided() ? "undecided" : parked.isWithList() ? "stopped with its list" : "parked";
            case PostState.Resumed _ -> "resumed";
            case PostState.Cancelled _ -> "cancelled";
            case PostState.Done _ -> "done";
        };
    }

    /** What became of a copy. */
    public static String kind(Failure.Kind kind) {
        return switch (kind) {
            case REFUSED -> "refused";
            case MAYBE_SENT -> "may have been sent";
            case LATER -> "put off";
            case WANTED -> "is tried again";
        };
    }

    /** Why, in English. */
    public static String sentence(Reason reason) {
        return Reasons.sentence(reason, Locale.ENGLISH);
    }

    /** Why it is in that state, or how far it has come. Times are as ISO 8601 writes them. */
    public static String reason(PostState state) {
        return reason(state, at -> at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Why it is in that state, or how far it has come, with times written in that way. */
    static String reason(PostState state, Function<Instant, String> time) {
        return switch (state) {
            case PostState.Received received ->
                received.isSetAside() ? sentence(received.reason()) : "not judged yet";
            case PostState.Held(var reason, _, _, _, _) -> sentence(reason);
            case PostState.Rejected(var reason) -> sentence(reason);
            case PostState.Discarded(var reason) -> sentence(reason);
            case PostState.Sending(_, var ranges, var since, _) ->
                ranges + " ranges since " + time.apply(since);
            case PostState.Waiting(_, var why, var until, _) -> switch (why) {
                case UNDO -> "its author can take it back until ";
                case SEND_AT -> "its author wants it sent at ";
                case QUIET_HOURS -> "quiet hours until ";
            } + time.apply(until);
            case PostState.Paused(_, var at) -> "by hand at " + time.apply(at);
            case PostState.Parked parked -> sentence(parked.reason())
                    + (parked.isUndecided()
                            ? "; tried in vain for 29 hours: resume or cancel it, or it is cancelled at "
                            : "; tried again at ")
                    + time.apply(parked.until());
            case PostState.Resumed _ -> "goes on in a moment";
            case PostState.Cancelled(var tally, var at, _) -> "%d sent, %d failed before %s".formatted(tally.sent(),
                    tally.failed(), time.apply(at));
            case PostState.Done(var tally, var since, var at, _) ->
                "%d sent, %d failed, in %.1f s".formatted(tally.sent(),
                        tally.failed(), Duration.between(since, at).toMillis() / 1000.0);
        };
    }
}
