package org.clubpost.core.delivery.range;

import java.time.Instant;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;

/**
 * A member who did not get a post, or may not have got it.
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
        /** The provider may have taken it, but did not say so. */
        MAYBE_SENT,
        /** The provider put it off for this member, and may take it at another try. */
        LATER,
        /** A person wants it tried again. */
        WANTED
    }

    /** The same failure, to be tried again as soon as possible, as if for the first time. */
    public Failure wanted() {
        return new Failure(subscriber, Kind.WANTED, reason, 0, at);
    }
}
