package org.clubpost.core.feedback;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** What came back, in memory, for tests. */
public final class InMemoryBounces implements Bounces {

    private final Map<String, BounceRecord> records = new TreeMap<>();
    private final Set<String> applied = new HashSet<>();

    private static String key(ListId list, SubscriberId member) {
        return list.value() + " " + member.hex();
    }

    private static String key(BounceRecord record) {
        return key(record.list(), record.member());
    }

    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public synchronized Optional<BounceRecord> find(ListId list, SubscriberId member) {
        return Optional.ofNullable(records.get(key(list, member)));
    }

    @Override
    public synchronized boolean isApplied(ListId list, SubscriberId member, String id) {
        return applied.contains(key(list, member) + " " + id);
    }

    @Override
    public synchronized Applied apply(Optional<BounceRecord> seen, BounceRecord changed, String id, Instant now) {
        if (isApplied(changed.list(), changed.member(), id)) {
            return Applied.BEFORE;
        }
        if (!replace(seen, changed)) {
            return Applied.CONTESTED;
        }
        applied.add(key(changed) + " " + id);
        return Applied.DONE;
    }

    @Override
    public synchronized boolean replace(Optional<BounceRecord> seen, BounceRecord changed) {
        if (!find(changed.list(), changed.member()).equals(seen)) {
            return false;
        }
        records.put(key(changed), changed);
        return true;
    }

    @Override
    public synchronized void forget(ListId list, SubscriberId member) {
        records.remove(key(list, member));
    }

    @Override
    public synchronized Stream<BounceRecord> all(ListId list) {
        return List.copyOf(records.values()).stream().filter(record -> record.list().equals(list));
    }
}
