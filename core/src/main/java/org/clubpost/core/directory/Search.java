package org.clubpost.core.directory;

import java.util.Optional;
import org.clubpost.core.secret.SubscriberId;

/**
 * What is looked for in a directory, and which page of it.
 *
 * @param order the order
 * @param isDescending whether the last ones come first
 * @param beginning how the address or the name begins, by which the entries are in order; empty for any. Case and accents
 *         do not matter. It means nothing in the order of joining
 * @param filter who is meant besides
 * @param place where the page is
 * @param size how many entries it has at most, 1 to {@value #LARGEST}
 */
public record Search(Order order, boolean isDescending, String beginning, Filter filter, Place place, int size) {

    /** The largest page. */
    public static final int LARGEST = 100;
    /** The longest beginning that is looked for, in UTF-16 units. What is longer is cut. */
    public static final int LONGEST = 100;

    /** Where a page is. Entries are named by their keys, so that a link to a page says nothing about anybody. */
    public sealed interface Place {

        /** At the beginning. */
        record First() implements Place {}

        /**
         * Behind an entry.
         *
         * @param id whose
         */
        record After(SubscriberId id) implements Place {}

        /**
         * Before an entry.
         *
         * @param id whose
         */
        record Before(SubscriberId id) implements Place {}

        /** Whose entry it is beside; empty at the beginning. */
        default Optional<SubscriberId> beside() {
            return switch (this) {
                case First _ -> Optional.empty();
                case After(var id) -> Optional.of(id);
                case Before(var id) -> Optional.of(id);
            };
        }
    }

    /**
     * Folds the beginning.
     *
     * @throws IllegalArgumentException when the size is out of range
     */
    public Search {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size out of range: " + size);
        }
        beginning = order == Order.JOINED
                ? ""
                : Folded.of(beginning.substring(0, Math.min(LONGEST, beginning.length())));
    }

    /** The first page of everybody. */
    public static Search by(Order order, int size) {
        return new Search(order, false, "", Filter.NONE, new Place.First(), size);
    }

    /** The same the other way round. */
    public Search descending() {
        return new Search(order, true, beginning, filter, place, size);
    }

    /** The same of those who begin so. */
    public Search beginningWith(String text) {
        return new Search(order, isDescending, text, filter, place, size);
    }

    /** The same of those who are meant. */
    public Search of(Filter wanted) {
        return new Search(order, isDescending, beginning, wanted, place, size);
    }

    /** Another page of the same. */
    public Search at(Place other) {
        return new Search(order, isDescending, beginning, filter, other, size);
    }
}
