package org.clubpost.core.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.directory.Search.Place;
import org.clubpost.core.secret.SubscriberId;

/**
 * How a page is made of what a store reads. A store is asked {@value Directory#MOST_READS} times at most; whoever looks for
 * few among many goes on from where that ended.
 */
public final class PageReading {

    private final Search search;
    private final LocalDate today;
    private final Instant now;
    private final Function<Span, Span.Part> store;

    /** @param store reads a part of a span, from its beginning */
    public PageReading(Search search, LocalDate today, Instant now, Function<Span, Span.Part> store) {
        this.search = search;
        this.today = today;
        this.now = now;
        this.store = store;
    }

    /**
     * The page.
     *
     * @param beside gives the entry that a page is beside; when there is none any more, it is the first page
     */
    public Page page(Function<SubscriberId, Optional<Entry>> beside) {
        var from = search.place().beside().flatMap(beside);
        var isBackwards = from.isPresent() && search.place() instanceof Place.Before;
        var whole = Span.of(search, search.isDescending() != isBackwards);
        var found = new Found(from);
        var span = from.map(entry -> whole.behind(entry.key(search.order()), 0)).orElse(whole);
        while (!span.isEmpty() && found.goesOn()) {
            span = found.take(store.apply(span), span);
        }
        return found.page(isBackwards);
    }

    /** What was found until now. */
    private final class Found {

        private final Optional<Entry> from;
        private final List<Entry> entries = new ArrayList<>();
        private Optional<SubscriberId> last = Optional.empty();
        private long looked;
        private int reads;
        private boolean isAtEnd;

        Found(Optional<Entry> from) {
            this.from = from;
        }

        boolean goesOn() {
            return !isAtEnd && !isMore() && reads < Directory.MOST_READS;
        }

        /** Returns what is left to be read. */
        Span take(Span.Part part, Span span) {
            reads++;
            // A span begins with the entry behind which it is read.
            looked += Math.max(0, part.looked() - (reads > 1 || from.isPresent() ? 1 : 0));
            isAtEnd = part.reached().isEmpty();
            for (var entry : part.entries()) {
                if (!isMore() && isMeant(entry)) {
                    entries.add(entry);
                }
            }
            last = part.reached().map(Span.Reached::id);
            return part.reached().map(reached -> span.behind(reached.key(), reads)).orElse(span);
        }

        private boolean isMeant(Entry entry) {
            return from.filter(before -> before.id().equals(entry.id())).isEmpty() && !entry.isGone(now)
                    && entries.stream().noneMatch(known -> known.id().equals(entry.id()))
                    && search.filter().accepts(entry, today);
        }

        private boolean isMore() {
            return entries.size() > search.size();
        }

        Page page(boolean isBackwards) {
            var isCut = !isAtEnd && !isMore() && reads > 0;
            var shown = entries.subList(0, Math.min(search.size(), entries.size()));
            var ahead = isMore() ? Optional.of(shown.getLast().id()) : isCut ? last : Optional.<SubscriberId>empty();
            var behind = from.map(_ -> behind(shown, isBackwards));
            return isBackwards
                    ? new Page(shown.reversed(), ahead.map(Place.Before::new), behind, looked, isCut)
                    : new Page(shown, behind, ahead.map(Place.After::new), looked, isCut);
        }

        private static Place behind(List<Entry> shown, boolean isBackwards) {
            if (shown.isEmpty()) {
                return new Place.First();
            }
            var first = shown.getFirst().id();
            return isBackwards ? new Place.After(first) : new Place.Before(first);
        }
    }
}
