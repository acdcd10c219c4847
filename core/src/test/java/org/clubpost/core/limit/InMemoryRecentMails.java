package org.clubpost.core.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.Pause;

/** Remembers in memory. */
public final class InMemoryRecentMails implements RecentMails {

    private final Map<String, List<Mail>> mails = new HashMap<>();

    /** Without mails as yet. */
    public InMemoryRecentMails() {}

    @Override
    public synchronized List<Mail> of(String key) {
        return mails.getOrDefault(key, List.of());
    }

    @Override
    public synchronized boolean replace(String key, List<Mail> seen, List<Mail> changed, Instant until) {
        if (!of(key).equals(seen)) {
            return false;
        }
        mails.put(key, List.copyOf(changed));
        return true;
    }

    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }
}
