package org.clubpost.core.post;

import java.util.Collection;

/**
 * How many copies went out and how many did not.
 *
 * @param sent accepted by the provider
 * @param failed each with a recorded {@link Failure}; in a range of second chances below 0 by those that were made good
 */
public record Tally(long sent, long failed) {

    /** None yet. */
    public static final Tally NONE = new Tally(0, 0);

    /** What became of the members of all these ranges. */
    public static Tally of(Collection<DeliveryRange> ranges) {
        return ranges.stream().map(DeliveryRange::tally).reduce(NONE, Tally::plus);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(sent + other.sent, failed + other.failed);
    }
}
