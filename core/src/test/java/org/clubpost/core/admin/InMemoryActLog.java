package org.clubpost.core.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.secret.SubscriberId;

/** The log in memory. The ports in memory that are given it record there what is changed through them. */
public final class InMemoryActLog implements ActLog {

    private final NavigableMap<String, LogEntry> entries = new TreeMap<>();
    private final Map<String, Instant> ends = new HashMap<>();

    /** Adds them, in place of those with their ids. */
    public synchronized void putAll(Collection<LogEntry> recorded) {
        recorded.forEach(entry -> entries.merge(entry.list() + " " + entry.id(), entry,
                (before, after) -> new LogEntry(after.id(), after.list(), after.actor(), after.way(), after.act(),
                        after.about(), before.isListed() || after.isListed(), after.changes(), after.undoes())));
    }

    @Override
    public void put(LogEntry entry) {
        putAll(List.of(entry));
    }

    @Override
    public Optional<LogEntry> find(ListId list, EntryId id, Instant now) {
        return newestFirst(list, Optional.empty(), now).filter(LogEntry::isListed)
                .filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public List<LogEntry> of(ListId list, Optional<EntryId> before, int limit, Instant now) {
        return newestFirst(list, before, now).filter(LogEntry::isListed).limit(limit).toList();
    }

    @Override
    public List<LogEntry> of(ListId list, SubscriberId person, Optional<EntryId> before, int limit, Instant now) {
        return newestFirst(list, before, now).filter(entry -> entry.about().equals(new About.OnePerson(person)))
                .limit(limit).toList();
    }

    @Override
    public synchronized int keep(ListId list, LogKeeping keeping, Share share, int most, Instant now) {
        var due = newestFirst(list, Optional.empty(), now).filter(entry -> isIn(share, entry))
                .filter(entry -> !end(entry).equals(keeping.end(entry.time()))).limit(most).toList();
        due.forEach(entry -> ends.put(key(entry), keeping.end(entry.time())));
        return due.size();
    }

    private static boolean isIn(Share share, LogEntry entry) {
        return !entry.time().isBefore(share.from()) && entry.time().isBefore(share.to());
    }

    private static String key(LogEntry entry) {
        return entry.list() + " " + entry.id();
    }

    private Instant end(LogEntry entry) {
        return ends.getOrDefault(key(entry), entry.time().plus(KEPT));
    }

    private synchronized Stream<LogEntry> newestFirst(ListId list, Optional<EntryId> before, Instant now) {
        return new ArrayList<>(entries.descendingMap().values()).stream().filter(entry -> entry.list().equals(list))
                .filter(entry -> before.isEmpty() || entry.id().compareTo(before.get()) < 0)
                .filter(entry -> now.isBefore(end(entry)));
    }
}
