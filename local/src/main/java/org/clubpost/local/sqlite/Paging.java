package org.clubpost.local.sqlite;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a long answer in pages, so that no statement stays open while somebody consumes it. */
final class Paging {

    /** How many rows a page has. */
    static final int ROWS = 500;

    private Paging() {}

    /**
     * The rows of all pages.
     *
     * @param next the page after the row that is given, or the first one; fewer than {@value #ROWS} are the last
     */
    static <T> Stream<T> stream(Function<Optional<T>, List<T>> next) {
        var rows = new Rows<>(next);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Rows<T> implements Iterator<T> {

        private final Function<Optional<T>, List<T>> next;
        private @Nullable List<T> page;
        private int at;

        Rows(Function<Optional<T>, List<T>> next) {
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            if (page == null) {
                page = next.apply(Optional.empty());
            } else if (at == page.size() && page.size() == ROWS) {
                page = next.apply(Optional.of(page.getLast()));
                at = 0;
            }
            return at < page.size();
        }

        @Override
        public T next() {
            if (!hasNext() || page == null) {
                throw new NoSuchElementException();
            }
            return page.get(at++);
        }
    }
}
