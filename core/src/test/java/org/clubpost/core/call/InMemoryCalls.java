package org.clubpost.core.call;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.core.Pause;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;

/** The calls of programs, in memory, for tests. */
public final class InMemoryCalls implements Calls {

    private record Key(PersonId person, TokenDigest name) {}

    private final Map<Key, Call> kept = new ConcurrentHashMap<>();

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Optional<Call> find(PersonId person, TokenDigest name) {
        return Optional.ofNullable(kept.get(new Key(person, name)));
    }

    @Override
    public boolean replace(Optional<Call> seen, Call changed) {
        var key = new Key(changed.person(), changed.name());
        return seen.isEmpty()
                ? kept.putIfAbsent(key, changed) == null
                : kept.replace(key, seen.get(), changed);
    }
}
