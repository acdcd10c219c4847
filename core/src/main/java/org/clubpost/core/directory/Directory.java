package org.clubpost.core.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.clubpost.core.list.ListId;

/**
 * The subscribers of a list whose address is known, in an order, a page at a time. A page costs the same for a hundred
 * thousand as for ten. It may be behind a change by a moment. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Directory {

    /**
     * How often a store is asked for one page at most. What is looked for besides the beginning of an order is looked for
     * in what is read, so a page may end before it is full ({@link Page#isCut}).
     */
    int MOST_READS = 3;

    /**
     * A page.
     *
     * @param today the day at the list, by which a pause goes on or is over
     */
    Page page(ListId list, Search search, LocalDate today, Instant now);

    /**
     * Brings records that an earlier version wrote into the orders. May be repeated, and is done when it finds none.
     *
     * @param most how many it changes at most
     * @return how many it changed
     */
    int complete(ListId list, int most);
}
