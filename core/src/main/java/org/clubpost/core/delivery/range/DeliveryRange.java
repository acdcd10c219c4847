package org.clubpost.core.delivery.range;

import java.util.Collection;
import java.util.Set;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;

/**
 * A slice of a list's members that one post is delivered to: the unit of delivery.
 *
 * @param ref which range of which post
 * @param slice the keys that it covers
 * @param progress how far it has come
 * @param tally what became of the members so far
 */
public record DeliveryRange(RangeRef ref, Slice slice, Progress progress, Tally tally) {

    /** How far a range has come. Members are taken in key order, so one key says nearly all. */
    public sealed interface Progress {

        /**
         * There may be members who have not been served.
         *
         * @param next the lowest key that has not been served
         * @param ahead keys above {@code next} that have been served already, because the provider took their copies
         *         and not the one at {@code next}; about one batch at most
         */
        record Open(SubscriberId next, Set<SubscriberId> ahead) implements Progress {

            /** Copies the keys. */
            public Open {
                ahead = Set.copyOf(ahead);
            }
        }

        /** Everybody has been served. */
        record Finished() implements Progress {}
    }

    /** A range that nobody has worked on. */
    public static DeliveryRange fresh(RangeRef ref, Slice slice) {
        return new DeliveryRange(ref, slice, new Progress.Open(slice.first(), Set.of()), Tally.NONE);
    }

    /** A post's range of second chances, finished until somebody needs one. */
    public static DeliveryRange secondChances(ListId list, PostId post) {
        return new DeliveryRange(RangeRef.secondChances(list, post), Slice.cut(0).getFirst(), new Progress.Finished(),
                Tally.NONE);
    }

    /** What became of the members of all these ranges. */
    public static Tally tally(Collection<DeliveryRange> ranges) {
        return ranges.stream().map(DeliveryRange::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** Whether everybody in it has been served. */
    public boolean isFinished() {
        return progress instanceof Progress.Finished;
    }
}
