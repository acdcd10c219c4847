package org.clubpost.core.delivery.range;

import java.util.List;

import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;

/**
 * One step of a range: what is recorded as a whole.
 *
 * @param progress how far the range has come
 * @param added what became of the members since the last step; a range of second chances takes back failures that it
 *         made good
 * @param failures the members who did not get it; recording the same failure twice is harmless
 * @param cleared the members whose earlier failures are over, because they got it or left
 */
public record Checkpoint(DeliveryRange.Progress progress, Tally added, List<Failure> failures,
        List<SubscriberId> cleared) {

    /** The most failures that one step can clear. */
    public static final int MOST_CLEARED = 50;
    /**
     * The most failures that one step can record and clear together. With the move of the cursor, this is the most that
     * can be written all or nothing.
     */
    public static final int MOST_CHANGES = 99;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when there is more than can be recorded as a whole
     */
    public Checkpoint {
        failures = List.copyOf(failures);
        cleared = List.copyOf(cleared);
        if (cleared.size() > MOST_CLEARED || failures.size() + cleared.size() > MOST_CHANGES) {
            throw new IllegalArgumentException("too many at once: " + failures.size() + ", " + cleared.size());
        }
    }

    /** A step that clears no earlier failure. */
    public static Checkpoint of(DeliveryRange.Progress progress, Tally added, List<Failure> failures) {
        return new Checkpoint(progress, added, failures, List.of());
    }
}
