package org.clubpost.core.subscriber;

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
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** Subscribers in memory, who keep the lists' counts in step. An expired request is found until somebody removes it. */
public final class InMemorySubscribers implements Subscribers {

    private final InMemoryLists lists;
    private final Map<String, NavigableMap<SubscriberId, Stored>> stored = new TreeMap<>();
    private long revision;

    /** No subscribers of these lists. */
    public InMemorySubscribers(InMemoryLists lists) {
        this.lists = lists;
    }

    /** Adds these, whatever was there. */
    public InMemorySubscribers with(Collection<? extends Subscriber> subscribers) {
        subscribers.forEach(subscriber -> create(subscriber));
        return this;
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
    public synchronized boolean create(Subscriber subscriber) {
        var added = of(subscriber.list()).putIfAbsent(subscriber.id(), new Stored(subscriber, ++revision)) == null;
        if (added) {
            count(subscriber, 1);
        }
        return added;
    }

    @Override
    public synchronized Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers) {
        var before = Set.copyOf(of(list).keySet());
        var known = new TreeSet<SubscriberId>();
        for (var subscriber : subscribers) {
            if (!create(subscriber) && before.contains(subscriber.id())) {
                known.add(subscriber.id());
            }
        }
        return known;
    }

    @Override
    public synchronized boolean replace(Stored seen, Subscriber changed) {
        var before = seen.subscriber();
        var replaced = of(before.list()).replace(before.id(), seen, new Stored(changed, ++revision));
        if (replaced) {
            count(before, -1);
            count(changed, 1);
        }
        return replaced;
    }

    @Override
    public synchronized boolean remove(Stored seen) {
        var removed = of(seen.subscriber().list()).remove(seen.subscriber().id(), seen);
        if (removed) {
            count(seen.subscriber(), -1);
        }
        return removed;
    }

    @Override
    public synchronized List<Subscriber.Confirmed> confirmed(ListId list, Audience audience, Slice slice,
            int limit) {
        return of(list).subMap(slice.first(), true, slice.last(), true).values().stream().map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast)
                .filter(member -> audience.includes(member.groups())).limit(limit).toList();
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
