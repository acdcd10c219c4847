package org.clubpost.core.directory;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.secret.SubscriberId;

/**
 * A part of an order that a store is to read.
 *
 * @param order the order
 * @param first the lowest key in it
 * @param last the highest key in it
 * @param isDescending whether it is read from its end
 * @param filter who is meant; the store may leave others out, and need not
 * @param wanted so many entries are enough, when all are meant
 * @param read how often the store was asked for this page before
 */
public record Span(Order order, String first, String last, boolean isDescending, Filter filter, int wanted, int read) {

    /** Above every key that begins with what is before it. */
    private static final String ABOVE = Character.toString(Character.MAX_CODE_POINT);
    /** Below every key. */
    private static final String LEAST = "\u0001";

    /** All that is looked for, whatever the page. */
    static Span of(Search search, boolean isDescending) {
        var lowest = search.order() == Order.JOINED
                ? search.filter().joinedSince().map(Entry::at).orElse("")
                : search.beginning();
        return new Span(search.order(), lowest.isEmpty() ? LEAST : lowest, search.beginning() + ABOVE, isDescending,
                search.filter(), search.size() + 2, 0);
    }

    /** What is left behind that key, on the way on which it is read. */
    Span behind(String key, int reads) {
        return isDescending
                ? new Span(order, first, lower(key, last), true, filter, wanted, reads)
                : new Span(order, higher(key, first), last, false, filter, wanted, reads);
    }

    private static String lower(String one, String other) {
        return ByCodePoints.ORDER.compare(one, other) < 0 ? one : other;
    }

    private static String higher(String one, String other) {
        return ByCodePoints.ORDER.compare(one, other) > 0 ? one : other;
    }

    /** Whether a key lies in it. */
    public boolean contains(String key) {
        return ByCodePoints.ORDER.compare(first, key) <= 0 && ByCodePoints.ORDER.compare(key, last) <= 0;
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return ByCodePoints.ORDER.compare(first, last) > 0;
    }

    /**
     * What a store read of it.
     *
     * @param entries those found, in the order in which it is read
     * @param reached up to where it was read; empty when there is no more
     * @param looked how many entries were looked at
     */
    public record Part(List<Entry> entries, Optional<Reached> reached, long looked) {

        /** Copies the entries. */
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The last entry that was read.
     *
     * @param key its place in the order
     * @param id whose it is
     */
    public record Reached(String key, SubscriberId id) {}
}
