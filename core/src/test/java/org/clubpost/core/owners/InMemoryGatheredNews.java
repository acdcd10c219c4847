package org.clubpost.core.owners;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** News in memory. */
public final class InMemoryGatheredNews implements GatheredNews {

    private final Set<News> news = new LinkedHashSet<>();

    /** Without news as yet. */
    public InMemoryGatheredNews() {}

    @Override
    public synchronized List<News> due(Instant now, int limit) {
        return news.stream().filter(each -> !each.due().isAfter(now)).sorted(Comparator.comparing(News::due))
                .limit(limit).toList();
    }

    @Override
    public synchronized void add(News more) {
        news.add(more);
    }

    @Override
    public synchronized void remove(Collection<News> told) {
        told.forEach(news::remove);
    }

    /** All of them, due or not. */
    public synchronized List<News> all() {
        return List.copyOf(news);
    }
}
