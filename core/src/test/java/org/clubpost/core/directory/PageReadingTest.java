package org.clubpost.core.directory;

import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.Test;

/** How often a store is asked for a page, whatever the size of the list. */
class PageReadingTest {

    private static final ListId NEWS = new ListId("news");
    private static final int AT_ONCE = 4_000;

    private static final List<Entry> ALL = IntStream.range(0, 13_000)
            .mapToObj(each -> Entry.of(aMember(NEWS, "m%06d@club.example".formatted(each))).orElseThrow()).toList();
    private final AtomicInteger reads = new AtomicInteger();

    private Span.Part read(Span span) {
        reads.incrementAndGet();
        var rows = span.filter().isOpen() ? span.wanted() : AT_ONCE;
        var part = ALL.stream().filter(entry -> span.contains(entry.key(span.order()))).limit(rows).toList();
        return new Span.Part(part, part.size() < rows
                ? Optional.empty()
                : Optional.of(new Span.Reached(part.getLast().key(span.order()), part.getLast().id())), part.size());
    }

    private Page page(Search search) {
        reads.set(0);
        return new PageReading(search, LocalDate.EPOCH, FixedClock.START, this::read).page(_ -> Optional.empty());
    }

    @Test
    void firstPageIsOneRead() {
        assertEquals(50, page(Search.by(Order.ADDRESS, 50)).entries().size());
        assertEquals(1, reads.get());

        assertEquals(50, page(Search.by(Order.ADDRESS, 50).of(Filter.of(Status.MEMBER))).entries().size());
        assertEquals(1, reads.get());
    }

    @Test
    void lookingForNobodyAmongManyIsThreeReads() {
        var page = page(Search.by(Order.ADDRESS, 50).of(Filter.NONE.in(new GroupName("board"))));

        assertEquals(Directory.MOST_READS, reads.get());
        assertTrue(page.isCut());
        assertEquals(3L * AT_ONCE - 2, page.looked());
        assertEquals(List.of(), page.entries());
        assertTrue(page.after().isPresent());
    }
}
