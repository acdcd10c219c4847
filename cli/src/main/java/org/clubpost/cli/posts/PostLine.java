package org.clubpost.cli.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;

/** What a listing says of a post. */
final class PostLine {

    private PostLine() {}

    /** When the mail was stored: the first twelve digits of the id. */
    static Instant received(PostId id) {
        return Instant.ofEpochMilli(Long.parseLong(id.value().substring(0, 12), 16)).truncatedTo(ChronoUnit.SECONDS);
    }

    static String state(PostState state) {
        return switch (state) {
            case PostState.Received _ -> "received";
            case PostState.Held _ -> "held";
            case PostState.Rejected _ -> "rejected";
            case PostState.Discarded _ -> "discarded";
            case PostState.Sending _ -> "sending";
            case PostState.Waiting _ -> "waiting";
            case PostState.Paused _ -> "paused";
            case PostState.Parked _ -> "parked";
            case PostState.Cancelled _ -> "cancelled";
            case PostState.Done _ -> "done";
        };
    }

    /** Why it is in that state, or how far it has come. */
    static String reason(PostState state) {
        return switch (state) {
            case PostState.Received _ -> "not judged yet";
            case PostState.Held(var reason, _, _, _, _) -> reason;
            case PostState.Rejected(var reason) -> reason;
            case PostState.Discarded(var reason) -> reason;
            case PostState.Sending(_, var ranges, var since) ->
                ranges + " ranges since " + since.truncatedTo(ChronoUnit.SECONDS);
            case PostState.Waiting(_, var why, var until, _) -> switch (why) {
                case UNDO -> "its author can take it back until ";
                case SEND_AT -> "its author wants it sent at ";
                case QUIET_HOURS -> "quiet hours until ";
            } + until.truncatedTo(ChronoUnit.SECONDS);
            case PostState.Paused(_, var at) -> "by hand at " + at.truncatedTo(ChronoUnit.SECONDS);
            case PostState.Parked(_, var cause, var reason, var until, _) -> cause == PostState.Parked.Cause.RESUMED
                    ? "goes on in a moment"
                    : reason + "; tried again at " + until.truncatedTo(ChronoUnit.SECONDS);
            case PostState.Cancelled(var tally, var at) -> "%d sent, %d failed before %s".formatted(tally.sent(),
                    tally.failed(), at.truncatedTo(ChronoUnit.SECONDS));
            case PostState.Done(var tally, var since, var at, _) ->
                "%d sent, %d failed, in %.1f s".formatted(tally.sent(),
                        tally.failed(), Duration.between(since, at).toMillis() / 1000.0);
        };
    }
}
