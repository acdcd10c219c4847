package org.clubpost.core.subscription;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.core.Pause;
import org.clubpost.core.secret.SubscriberId;

/** Wishes for another address in memory, for tests. */
public final class InMemoryAddressChanges implements AddressChanges {

    private final Map<SubscriberId, AddressChange> wishes = new ConcurrentHashMap<>();

    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Optional<AddressChange> find(SubscriberId person) {
        return Optional.ofNullable(wishes.get(person));
    }

    @Override
    public void forget(SubscriberId person) {
        wishes.remove(person);
    }

    @Override
    public boolean replace(Optional<AddressChange> seen, AddressChange changed) {
        return seen.isEmpty()
                ? wishes.putIfAbsent(changed.person(), changed) == null
                : wishes.replace(changed.person(), seen.get(), changed);
    }
}
