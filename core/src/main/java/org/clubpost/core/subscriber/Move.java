package org.clubpost.core.subscriber;

import java.time.Duration;
import java.time.Instant;
import org.clubpost.core.secret.SubscriberId;

/**
 * One change of a member's address.
 *
 * @param from the key of the address before it
 * @param at from when on it counts
 */
public record Move(SubscriberId from, Instant at) {

    /**
     * A change counts from so long after it is made. A post that is planned in between reaches the member at the old
     * key. So it does not matter that clocks differ, and that a change takes time to be written.
     */
    public static final Duration MARGIN = Duration.ofMinutes(1);
}
