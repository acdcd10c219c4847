package org.clubpost.core.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in memory, for as long as it lives. */
public final class InMemorySentIds implements SentIds {

    private final Map<String, String> originals = new ConcurrentHashMap<>();

    @Override
    public void remember(Collection<SentId> ids, Instant now) {
        ids.forEach(id -> originals.put(id.sent(), id.original()));
    }

    @Override
    public Map<String, String> originals(Collection<String> sent) {
        var found = new HashMap<>(originals);
        found.keySet().retainAll(sent);
        return found;
    }
}
