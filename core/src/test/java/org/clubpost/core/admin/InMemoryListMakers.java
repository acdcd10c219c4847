package org.clubpost.core.admin;

import java.util.concurrent.atomic.AtomicReference;
import org.clubpost.core.Pause;

/** Who may make lists, in memory, for tests. */
public final class InMemoryListMakers implements ListMakers {

    private final AtomicReference<Makers> kept = new AtomicReference<>(Makers.NOBODY);

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Makers read() {
        return kept.get();
    }

    @Override
    public synchronized boolean replace(Makers seen, Makers changed) {
        if (!kept.get().equals(seen)) {
            return false;
        }
        kept.set(changed);
        return true;
    }
}
