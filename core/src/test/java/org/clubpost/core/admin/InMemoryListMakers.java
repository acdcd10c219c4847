package org.clubpost.core.admin;

import org.clubpost.core.Pause;

/** Who may make lists, in memory, for tests. */
public final class InMemoryListMakers implements ListMakers {

    private Makers kept = Makers.NOBODY;

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public synchronized Makers read() {
        return kept;
    }

    @Override
    public synchronized boolean replace(Makers seen, Makers changed) {
        if (!kept.equals(seen)) {
            return false;
        }
        kept = changed;
        return true;
    }
}
