package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory. */
public final class InMemoryRateLimits implements RateLimits {

    private record Window(Kind kind, String key, long number) {}

    private final Map<Window, Integer> counts = new HashMap<>();

    @Override
    public synchronized boolean allow(Limit limit, String key, Instant now) {
        var number = Math.floorDiv(now.getEpochSecond(), limit.window().toSeconds());
        return counts.merge(new Window(limit.kind(), key, number), 1, Integer::sum) <= limit.most();
    }
}
