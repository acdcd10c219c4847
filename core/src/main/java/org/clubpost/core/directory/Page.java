package org.clubpost.core.directory;

import java.util.List;
import java.util.Optional;

/**
 * A page of a directory.
 *
 * @param entries the entries, in order; fewer than were asked for when there are no more, or when it {@code isCut}
 * @param before the page before it; empty when there is none
 * @param after the page after it; empty when there is none
 * @param looked how many entries were looked at to find these
 * @param isCut whether it was not looked any further. There may be more, on the page after it, or before it when it was
 *         looked for backwards
 */
public record Page(List<Entry> entries, Optional<Search.Place> before, Optional<Search.Place> after, long looked,
        boolean isCut) {

    /** Copies the entries. */
    public Page {
        entries = List.copyOf(entries);
    }
}
