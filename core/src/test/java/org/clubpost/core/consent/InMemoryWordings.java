package org.clubpost.core.consent;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Wordings in memory. */
public final class InMemoryWordings implements Wordings {

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(Wording wording) {
        kept.put(wording.digest(), wording.words());
    }

    @Override
    public Optional<String> find(String digest) {
        return Optional.ofNullable(kept.get(digest));
    }
}
