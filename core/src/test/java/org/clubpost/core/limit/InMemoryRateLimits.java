package org.clubpost.core.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory. */
public final class InMemoryRateLimits implements RateLimits {

    private record Window(Kind kind, String key, long number) {}

    private final Map<Window, Integer> counts = new HashMap<>();

    @Override
    public synchronized boolean allow(Limit limit, String key, Instant now) {
        return counts.merge(window(limit, key, now), 1, Integer::sum) <= limit.most();
    }

    @Override
    public synchronized boolean isReached(Limit limit, String key, Instant now) {
        return counts.getOrDefault(window(limit, key, now), 0) >= limit.most();
    }

    private static Window window(Limit limit, String key, Instant now) {
        return new Window(limit.kind(), key, Math.floorDiv(now.getEpochSecond(), limit.window().toSeconds()));
    }
}
