package org.clubpost.core.post;

/**
 * How many copies went out and how many did not.
 *
 * @param sent accepted by the provider
 * @param failed not sent, each with a recorded failure; in a range of second chances below 0, by the number of failures
 *         made good
 */
public record Tally(long sent, long failed) {

    /** None yet. */
    public static final Tally NONE = new Tally(0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(sent + other.sent, failed + other.failed);
    }
}
