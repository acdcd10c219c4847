package org.clubpost.core.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.Subscribers;

/** The directory of subscribers, who are put in order anew for each page. */
public final class InMemoryDirectory implements Directory {

    private static final int ROWS = 40;

    private final Subscribers subscribers;

    /** Of those. */
    public InMemoryDirectory(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @Override
    public Page page(ListId list, Search search, LocalDate today, Instant now) {
        return new PageReading(search, today, now, span -> read(list, span)).page(id -> subscribers.find(list, id)
                .flatMap(stored -> Entry.of(stored.subscriber())));
    }

    private Span.Part read(ListId list, Span span) {
        var order = Comparator.comparing((Entry entry) -> entry.key(span.order()), ByCodePoints.ORDER);
        List<Entry> all;
        try (var some = subscribers.all(list)) {
            all = some.flatMap(each -> Entry.of(each).stream())
                    .filter(entry -> span.contains(entry.key(span.order())))
                    .sorted(span.isDescending() ? order.reversed() : order).toList();
        }
        var rows = span.filter().isOpen() ? span.wanted() : ROWS;
        var part = all.subList(0, Math.min(rows, all.size()));
        return new Span.Part(part, part.size() == all.size()
                ? Optional.empty()
                : Optional.of(new Span.Reached(part.getLast().key(span.order()), part.getLast().id())), part.size());
    }

    @Override
    public int complete(ListId list, int most) {
        return 0;
    }
}
