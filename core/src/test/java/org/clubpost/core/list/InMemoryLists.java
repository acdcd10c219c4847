package org.clubpost.core.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.Pause;

/** Lists in memory. Their members are counted by {@code InMemorySubscribers}, which is given these lists. */
public final class InMemoryLists implements Lists {

    private final Map<String, MailingList> lists = new TreeMap<>();
    private final Map<ListId, Long> members = new HashMap<>();
    private final Map<ListId, Map<GroupName, Long>> groups = new HashMap<>();

    /** No lists. */
    public InMemoryLists() {}

    /** These lists. */
    public InMemoryLists(MailingList... known) {
        for (var list : known) {
            create(list);
        }
    }

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public synchronized Optional<MailingList> find(ListId id) {
        return Optional.ofNullable(lists.get(id.value()));
    }

    @Override
    public synchronized List<MailingList> all() {
        return List.copyOf(lists.values());
    }

    @Override
    public synchronized boolean create(MailingList list) {
        return lists.putIfAbsent(list.id().value(), list) == null;
    }

    @Override
    public synchronized boolean replace(MailingList seen, MailingList changed) {
        return lists.replace(seen.id().value(), seen, changed);
    }

    @Override
    public synchronized boolean remove(ListId id) {
        return confirmedMembers(id) == 0 && lists.remove(id.value()) != null;
    }

    @Override
    public synchronized long confirmedMembers(ListId id) {
        return members.getOrDefault(id, 0L);
    }

    @Override
    public synchronized Map<GroupName, Long> groupMembers(ListId id) {
        return Map.copyOf(groups.getOrDefault(id, Map.of()));
    }

    /** Counts members who came into a group, or who went when it is negative. */
    public synchronized void count(ListId id, GroupName group, long difference) {
        groups.computeIfAbsent(id, _ -> new TreeMap<>()).merge(group, difference, Long::sum);
    }

    /** Counts members who came, or who went when it is negative. */
    public synchronized void count(ListId id, long difference) {
        members.merge(id, difference, Long::sum);
    }
}
