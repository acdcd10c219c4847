package org.clubpost.core.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in memory, for as long as it lives. */
public final class InMemorySentIds implements SentIds {

    private final Map<String, SentId> remembered = new ConcurrentHashMap<>();

    @Override
    public void remember(Collection<SentId> ids, Instant now) {
        ids.forEach(id -> remembered.put(id.sent(), id));
    }

    @Override
    public Map<String, String> originals(Collection<String> sent) {
        var found = new HashMap<String, String>();
        remembered.values().stream().filter(id -> sent.contains(id.sent()))
                .forEach(id -> found.put(id.sent(), id.original()));
        return found;
    }

    @Override
    public Optional<SentId.Copy> copy(String sent) {
        return Optional.ofNullable(remembered.get(sent)).flatMap(SentId::copy);
    }
}
