package org.clubpost.core.person;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.core.Pause;

/** Those who have signed in, in memory, for tests. */
public final class InMemoryPersons implements Persons {

    private final Map<PersonId, Person> kept = new ConcurrentHashMap<>();

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public boolean replace(Optional<Person> seen, Person changed) {
        return seen.isEmpty()
                ? kept.putIfAbsent(changed.id(), changed) == null
                : kept.replace(changed.id(), seen.get(), changed);
    }

    @Override
    public void forget(PersonId id) {
        kept.remove(id);
    }

}
