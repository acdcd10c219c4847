package org.clubpost.core.consent;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Wordings of which each is stored once in the life of a process, because nearly every visitor is shown the same. */
public final class KnownWordings implements Wordings {

    /** Far more than there are lists and languages. */
    private static final int MOST = 10_000;

    private final Wordings stored;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Stores them there. */
    public KnownWordings(Wordings stored) {
        this.stored = stored;
    }

    @Override
    public void keep(Wording wording) {
        if (!known.contains(wording.digest())) {
            stored.keep(wording);
            if (known.size() < MOST) {
                known.add(wording.digest());
            }
        }
    }

    @Override
    public Optional<String> find(String digest) {
        return stored.find(digest);
    }
}
