package org.clubpost.core.subscriber;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** Subscribers in memory, who keep the lists' counts in step. An expired request is found until somebody removes it. */
public final class InMemorySubscribers implements Subscribers {

    private final InMemoryLists lists;
    private final InMemoryActLog log;
    private final LogRecorder recorder;
    private final Map<String, NavigableMap<SubscriberId, Stored>> stored = new TreeMap<>();
    private long revision;

    /** No subscribers of these lists. */
    public InMemorySubscribers(InMemoryLists lists) {
        this(lists, new InMemoryActLog(), InstantSource.system());
    }

    /** No subscribers of these lists. What happens to them is recorded there. */
    public InMemorySubscribers(InMemoryLists lists, InMemoryActLog log, InstantSource clock) {
        this.lists = lists;
        this.log = log;
        this.recorder = new LogRecorder(Way.UNKNOWN, clock);
    }

    @Override
    public Subscribers by(Deed deed) {
        return new Claimed(recorder.by(deed));
    }

    /** The same subscribers, where each change is somebody's deed. */
    private final class Claimed implements Subscribers {

        private final LogRecorder claimed;

        Claimed(LogRecorder claimed) {
            this.claimed = claimed;
        }

        @Override
        public Subscribers by(Deed deed) {
            return InMemorySubscribers.this.by(deed);
        }

        @Override
        public Pause betweenAttempts() {
            return InMemorySubscribers.this.betweenAttempts();
        }

        @Override
        public Optional<Stored> find(ListId list, SubscriberId id) {
            return InMemorySubscribers.this.find(list, id);
        }

        @Override
        public boolean create(Subscriber subscriber) {
            return InMemorySubscribers.this.create(subscriber, claimed.came(subscriber));
        }

        @Override
        public Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers) {
            return InMemorySubscribers.this.createAll(list, subscribers);
        }

        @Override
        public boolean replace(Stored seen, Subscriber changed) {
            return InMemorySubscribers.this.replace(seen, changed, claimed.changed(seen.subscriber(), changed));
        }

        @Override
        public boolean remove(Stored seen) {
            return InMemorySubscribers.this.remove(seen, claimed.gone(seen.subscriber()));
        }

        @Override
        public boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved) {
            return InMemorySubscribers.this.move(seen, there, moved,
                    claimed.moved((Subscriber.Confirmed) seen.subscriber(), moved));
        }

        @Override
        public List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit) {
            return InMemorySubscribers.this.places(list, audience, slice, limit);
        }

        @Override
        public Stream<Subscriber> all(ListId list) {
            return InMemorySubscribers.this.all(list);
        }
    }

    /** Adds these, whatever was there. Nothing is recorded of it. */
    public InMemorySubscribers with(Collection<? extends Subscriber> subscribers) {
        subscribers.forEach(subscriber -> create(subscriber, List.of()));
        return this;
    }

    /**
     * Forgets subscribers of a list, whoever they are.
     *
     * @return whether some are left
     */
    public synchronized boolean forget(ListId list, int most) {
        var all = of(list);
        for (var i = 0; i < most && !all.isEmpty(); i++) {
            all.pollFirstEntry();
        }
        return !all.isEmpty();
    }

    private NavigableMap<SubscriberId, Stored> of(ListId list) {
        return stored.computeIfAbsent(list.value(), _ -> new TreeMap<>());
    }

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public synchronized Optional<Stored> find(ListId list, SubscriberId id) {
        return Optional.ofNullable(of(list).get(id));
    }

    @Override
    public boolean create(Subscriber subscriber) {
        return create(subscriber, recorder.came(subscriber));
    }

    private synchronized boolean create(Subscriber subscriber, List<LogEntry> entries) {
        var added = of(subscriber.list()).putIfAbsent(subscriber.id(), new Stored(subscriber, ++revision)) == null;
        if (added) {
            count(subscriber, 1);
            log.putAll(entries);
        }
        return added;
    }

    @Override
    public synchronized Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers) {
        var before = Set.copyOf(of(list).keySet());
        var known = new TreeSet<SubscriberId>();
        for (var subscriber : subscribers) {
            if (!create(subscriber, List.of()) && before.contains(subscriber.id())) {
                known.add(subscriber.id());
            }
        }
        return known;
    }

    @Override
    public boolean replace(Stored seen, Subscriber changed) {
        return replace(seen, changed, recorder.changed(seen.subscriber(), changed));
    }

    private synchronized boolean replace(Stored seen, Subscriber changed, List<LogEntry> entries) {
        var before = seen.subscriber();
        var replaced = of(before.list()).replace(before.id(), seen, new Stored(changed, ++revision));
        if (replaced) {
            count(before, -1);
            count(changed, 1);
            log.putAll(entries);
        }
        return replaced;
    }

    @Override
    public boolean remove(Stored seen) {
        return remove(seen, recorder.gone(seen.subscriber()));
    }

    private synchronized boolean remove(Stored seen, List<LogEntry> entries) {
        var removed = of(seen.subscriber().list()).remove(seen.subscriber().id(), seen);
        if (removed) {
            count(seen.subscriber(), -1);
            log.putAll(entries);
        }
        return removed;
    }

    @Override
    public boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved) {
        return move(seen, there, moved, recorder.moved((Subscriber.Confirmed) seen.subscriber(), moved));
    }

    private synchronized boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved,
            List<LogEntry> entries) {
        var all = of(moved.list());
        if (!seen.equals(all.get(seen.subscriber().id()))
                || !there.equals(Optional.ofNullable(all.get(moved.id())))) {
            return false;
        }
        all.put(seen.subscriber().id(), new Stored(moved.forwarding(), ++revision));
        all.put(moved.id(), new Stored(moved, ++revision));
        count(seen.subscriber(), -1);
        count(moved, 1);
        log.putAll(entries);
        return true;
    }

    @Override
    public synchronized List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit) {
        return of(list).subMap(slice.first(), true, slice.last(), true).values().stream().map(Stored::subscriber)
                .filter(each -> Forwarding.forwards(each).isPresent()
                        || (each instanceof Subscriber.Confirmed member && audience.includes(member.groups())))
                .limit(limit).toList();
    }

    @Override
    public synchronized Stream<Subscriber> all(ListId list) {
        return new ArrayList<>(of(list).values()).stream().map(Stored::subscriber);
    }

    private void count(Subscriber subscriber, int times) {
        if (subscriber instanceof Subscriber.Confirmed member) {
            lists.count(member.list(), times);
            member.groups().forEach(group -> lists.count(member.list(), group, times));
        }
    }
}
