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
            case PostState.Done(var tally, var since, var at) -> "%d sent, %d failed, in %.1f s".formatted(tally.sent(),
                    tally.failed(), Duration.between(since, at).toMillis() / 1000.0);
        };
    }
}
