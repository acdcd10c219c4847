package org.clubpost.core.list;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.LogRecorder;

/** Lists in memory. Their members are counted by {@code InMemorySubscribers}, which is given these lists. */
public final class InMemoryLists implements Lists {

    private final Kept kept;
    private final InMemoryActLog log;
    private final LogRecorder recorder;

    /** What there is, and what is locked while somebody looks at it or changes it. */
    private record Kept(Map<String, MailingList> lists, Map<ListId, Long> members,
            Map<ListId, Map<GroupName, Long>> groups, Set<ListId> hidden) {}

    /** These lists. */
    public InMemoryLists(MailingList... known) {
        this(new InMemoryActLog(), InstantSource.system());
        for (var list : known) {
            create(list);
        }
    }

    /** No lists. What is done to them is recorded there. */
    public InMemoryLists(InMemoryActLog log, InstantSource clock) {
        this(new Kept(new TreeMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>()), log,
                new LogRecorder(Way.UNKNOWN, clock));
    }

    private InMemoryLists(Kept kept, InMemoryActLog log, LogRecorder recorder) {
        this.kept = kept;
        this.log = log;
        this.recorder = recorder;
    }

    @Override
    public Lists by(Deed deed) {
        return new InMemoryLists(kept, log, recorder.by(deed));
    }

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public Optional<MailingList> find(ListId id) {
        synchronized (kept) {
            return Optional.ofNullable(kept.lists().get(id.value()));
        }
    }

    @Override
    public Optional<Headed> headed(ListId id) {
        synchronized (kept) {
            return find(id).map(list -> new Headed(list, confirmedMembers(id), groupMembers(id)));
        }
    }

    @Override
    public List<Headed> allHeaded() {
        synchronized (kept) {
            return all().stream().flatMap(list -> headed(list.id()).stream()).toList();
        }
    }

    @Override
    public List<MailingList> all() {
        synchronized (kept) {
            return List.copyOf(kept.lists().values());
        }
    }

    @Override
    public boolean create(MailingList list) {
        synchronized (kept) {
            var created = !kept.hidden().contains(list.id())
                    && kept.lists().putIfAbsent(list.id().value(), list) == null;
            if (created) {
                log.put(recorder.came(list));
            }
            return created;
        }
    }

    @Override
    public boolean replace(MailingList seen, MailingList changed) {
        synchronized (kept) {
            var replaced = kept.lists().replace(seen.id().value(), seen, changed);
            if (replaced) {
                recorder.changed(seen, changed).ifPresent(log::put);
            }
            return replaced;
        }
    }

    @Override
    public boolean remove(ListId id) {
        synchronized (kept) {
            var removed = confirmedMembers(id) == 0
                    ? Optional.ofNullable(kept.lists().remove(id.value()))
                    : Optional.<MailingList>empty();
            removed.ifPresent(list -> log.put(recorder.gone(list)));
            return removed.isPresent();
        }
    }

    @Override
    public long confirmedMembers(ListId id) {
        synchronized (kept) {
            return kept.members().getOrDefault(id, 0L);
        }
    }

    @Override
    public Map<GroupName, Long> groupMembers(ListId id) {
        synchronized (kept) {
            return Map.copyOf(kept.groups().getOrDefault(id, Map.of()));
        }
    }

    /** Hides a list if it is still so; nobody else gets its name. */
    public boolean hide(MailingList seen) {
        synchronized (kept) {
            return kept.lists().remove(seen.id().value(), seen) && kept.hidden().add(seen.id());
        }
    }

    /** Shows a hidden list again. */
    public void show(MailingList list) {
        synchronized (kept) {
            kept.hidden().remove(list.id());
            kept.lists().put(list.id().value(), list);
        }
    }

    /** Forgets a hidden list. */
    public void forget(ListId id) {
        synchronized (kept) {
            kept.hidden().remove(id);
            kept.members().remove(id);
            kept.groups().remove(id);
        }
    }

    /** Counts members who came into a group, or who went when it is negative. */
    public void count(ListId id, GroupName group, long difference) {
        synchronized (kept) {
            kept.groups().computeIfAbsent(id, _ -> new TreeMap<>()).merge(group, difference, Long::sum);
        }
    }

    /** Counts members who came, or who went when it is negative. */
    public void count(ListId id, long difference) {
        synchronized (kept) {
            kept.members().merge(id, difference, Long::sum);
        }
    }
}
