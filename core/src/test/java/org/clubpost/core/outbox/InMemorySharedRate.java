package org.clubpost.core.outbox;

import java.util.HashMap;
import java.util.Map;

/** Seconds counted in memory. */
public final class InMemorySharedRate implements SharedRate {

    private final Map<Long, Integer> claimed = new HashMap<>();

    @Override
    public synchronized int claim(long epochSecond, int wanted, int most) {
        var before = claimed.getOrDefault(epochSecond, 0);
        var granted = Math.clamp((long) most - before, 0, wanted);
        claimed.put(epochSecond, before + granted);
        return granted;
    }
}
