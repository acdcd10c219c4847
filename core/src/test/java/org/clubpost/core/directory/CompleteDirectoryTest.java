package org.clubpost.core.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.junit.jupiter.api.Test;

class CompleteDirectoryTest {

    /** Lists with so many records of an earlier version. */
    private static final class Old implements Directory {

        private final Map<ListId, Integer> left = new LinkedHashMap<>();

        @Override
        public Page page(ListId list, Search search, LocalDate today, Instant now) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public int complete(ListId list, int most) {
            if (most < 1) {
                throw new IllegalArgumentException("asked to change nothing");
            }
            var changed = Math.min(most, left.getOrDefault(list, 0));
            left.merge(list, -changed, Integer::sum);
            return changed;
        }
    }

    private final InMemoryLists lists = new InMemoryLists();
    private final Old old = new Old();
    private final CompleteDirectory complete = new CompleteDirectory(lists, old);

    private void list(String id, int records) {
        lists.create(SampleLists.aList(id));
        old.left.put(new ListId(id), records);
    }

    @Test
    void oneCallEndsInTimeAndSomeCallsDoAll() {
        list("chess", CompleteDirectory.MOST - 1);
        list("empty", 0);
        list("news", CompleteDirectory.MOST);
        list("zebra", 7);

        assertEquals(List.of(5_000, 5_000, 6, 0),
                List.of(complete.run(), complete.run(), complete.run(), complete.run()));
        assertEquals(List.of(0, 0, 0, 0), List.copyOf(old.left.values()));
    }
}
