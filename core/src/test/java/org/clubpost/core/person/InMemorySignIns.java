package org.clubpost.core.person;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.core.Pause;

/** Wishes to be signed in, in memory, for tests. */
public final class InMemorySignIns implements SignIns {

    private final Map<String, SignIn> kept = new ConcurrentHashMap<>();

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Optional<SignIn> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public boolean replace(Optional<SignIn> seen, SignIn changed) {
        return seen.isEmpty()
                ? kept.putIfAbsent(changed.id(), changed) == null
                : kept.replace(changed.id(), seen.get(), changed);
    }

    @Override
    public void remove(String id) {
        kept.remove(id);
    }

    @Override
    public List<SignIn> untold(int limit) {
        return kept.values().stream().filter(wish -> !wish.told()).sorted(Comparator.comparing(SignIn::asked))
                .limit(limit).toList();
    }
}
