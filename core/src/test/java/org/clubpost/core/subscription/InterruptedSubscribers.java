package org.clubpost.core.subscription;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** Subscribers among whom somebody else does something between a caller's look and the caller's next change. */
final class InterruptedSubscribers implements Subscribers {

    private final Subscribers actual;
    private final Queue<Runnable> others;
    private final List<Runnable> always;

    InterruptedSubscribers(Subscribers actual) {
        this(actual, new ArrayDeque<>(), new ArrayList<>());
    }

    private InterruptedSubscribers(Subscribers actual, Queue<Runnable> others, List<Runnable> always) {
        this.actual = actual;
        this.others = others;
        this.always = always;
    }

    /** Does this before the next change that somebody tries, and before that change only. */
    void beforeTheNextChange(Runnable act) {
        others.add(act);
    }

    /** Does this before every change that somebody tries from now on. */
    void beforeEachChange(Runnable act) {
        always.clear();
        always.add(act);
    }

    private void interrupt() {
        always.forEach(Runnable::run);
        Optional.ofNullable(others.poll()).ifPresent(Runnable::run);
    }

    @Override
    public Subscribers by(Deed deed) {
        return new InterruptedSubscribers(actual.by(deed), others, always);
    }

    @Override
    public Pause betweenAttempts() {
        return actual.betweenAttempts();
    }

    @Override
    public Optional<Stored> find(ListId list, SubscriberId id) {
        return actual.find(list, id);
    }

    @Override
    public boolean create(Subscriber subscriber) {
        interrupt();
        return actual.create(subscriber);
    }

    @Override
    public Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers) {
        return actual.createAll(list, subscribers);
    }

    @Override
    public boolean replace(Stored seen, Subscriber changed) {
        interrupt();
        return actual.replace(seen, changed);
    }

    @Override
    public boolean remove(Stored seen) {
        interrupt();
        return actual.remove(seen);
    }

    @Override
    public boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved) {
        interrupt();
        return actual.move(seen, there, moved);
    }

    @Override
    public List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit) {
        return actual.places(list, audience, slice, limit);
    }

    @Override
    public Stream<Subscriber> all(ListId list) {
        return actual.all(list);
    }
}
