package org.clubpost.core.store;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Mails in memory. */
public final class InMemoryMailStore implements MailStore {

    private final Map<String, StoredMail> mails = new TreeMap<>();
    private final InstantSource clock;

    /** No mails. */
    public InMemoryMailStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void put(MailKey key, MailContent content) {
        mails.put(key.value(), new StoredMail(MailContent.of(content.toByteArray()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public synchronized Optional<StoredMail> find(MailKey key) {
        return Optional.ofNullable(mails.get(key.value()));
    }

    @Override
    public synchronized Stream<MailKey> keys(String prefix) {
        return new ArrayList<>(mails.keySet()).stream().filter(key -> key.startsWith(prefix)).map(MailKey::new);
    }

    @Override
    public synchronized void remove(MailKey key) {
        mails.remove(key.value());
    }
}
