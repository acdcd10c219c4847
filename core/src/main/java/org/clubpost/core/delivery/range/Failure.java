package org.clubpost.core.delivery.range;

import java.time.Instant;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;

/**
 * A member who did not get a post, or of whom nobody knows.
 *
 * @param subscriber the member's key
 * @param kind what became of the copy
 * @param reason why, without any address
 * @param attempts how often it was tried, from 1
 * @param at when it was tried last
 */
public record Failure(SubscriberId subscriber, Kind kind, Reason reason, int attempts, Instant at) {

    /** What became of a copy that did not simply go out. */
    public enum Kind {
        /** The provider refused it for good. */
        REFUSED,
        /** The provider may have taken it, and did not say so. */
        MAYBE_SENT,
        /** The provider did not take it for this member, and may later. */
        LATER,
        /** Somebody wants it tried again. */
        WANTED
    }

    /** The same, to be tried again as soon as may be, as if for the first time. */
    public Failure wanted() {
        return new Failure(subscriber, Kind.WANTED, reason, 0, at);
    }
}
