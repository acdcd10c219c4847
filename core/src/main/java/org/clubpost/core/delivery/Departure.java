package org.clubpost.core.delivery;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.post.PostState;

/**
 * When a waiting post goes out. When there are several reasons to wait, the longest counts.
 *
 * @param why what it waits for
 * @param at when it goes out
 */
public record Departure(PostState.Waiting.Why why, Instant at) {

    /**
     * What a post has to wait for on that list.
     *
     * @param dispatch how the list's posts go out
     * @param poster whether anybody could take it back
     * @param wished the time that its author chose; a time that is over means at once
     * @return empty when it goes out now
     */
    public static Optional<Departure> of(Dispatch dispatch, boolean poster, Instant wished, Instant now) {
        var undo = poster ? now.plus(dispatch.undo()) : now;
        var ready = wished.isAfter(undo)
                ? new Departure(PostState.Waiting.Why.SEND_AT, wished)
                : new Departure(PostState.Waiting.Why.UNDO, undo);
        var open = dispatch.quiet().openFrom(ready.at());
        var departure = open.isAfter(ready.at()) ? new Departure(PostState.Waiting.Why.QUIET_HOURS, open) : ready;
        return departure.at().isAfter(now) ? Optional.of(departure) : Optional.empty();
    }
}
