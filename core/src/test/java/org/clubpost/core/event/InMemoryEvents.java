package org.clubpost.core.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** Events in memory, and what records them. */
public final class InMemoryEvents implements Events {

    private final Recorder recorder;
    private final List<Event> events = new ArrayList<>();

    /** Without events as yet. */
    public InMemoryEvents(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Adds these events. */
    public synchronized InMemoryEvents with(Collection<? extends Event> more) {
        events.addAll(more);
        return this;
    }

    @Override
    public synchronized List<Event> oldest(int limit) {
        return events.stream().sorted(Comparator.comparing(Event::time)).limit(limit).toList();
    }

    @Override
    public synchronized void forgetAddress(SubscriberId person) {
        events.replaceAll(event -> event instanceof Event.OfMember member && member.who().key().equals(person)
                ? member.unaddressed()
                : event);
    }

    @Override
    public synchronized void remove(Collection<Event> published) {
        events.removeAll(published);
    }

    private boolean record(boolean done, Optional<Event> event) {
        if (done) {
            with(event.stream().toList());
        }
        return done;
    }

    /** Those subscribers, with their events recorded here. */
    public Subscribers of(Subscribers subscribers) {
        return new RecordedSubscribers(subscribers);
    }

    /** Those posts, with their events recorded here. */
    public Posts of(Posts posts) {
        return new RecordedPosts(posts);
    }

    private final class RecordedSubscribers implements Subscribers {

        @Override
        public Subscribers by(Deed deed) {
            return this;
        }

        private final Subscribers subscribers;

        RecordedSubscribers(Subscribers subscribers) {
            this.subscribers = subscribers;
        }

        @Override
        public Pause betweenAttempts() {
            return subscribers.betweenAttempts();
        }

        @Override
        public Optional<Stored> find(ListId list, SubscriberId id) {
            return subscribers.find(list, id);
        }

        @Override
        public boolean create(Subscriber subscriber) {
            return record(subscribers.create(subscriber), recorder.came(subscriber));
        }

        @Override
        public Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> all) {
            var there = subscribers.createAll(list, all);
            all.stream().filter(each -> !there.contains(each.id()))
                    .forEach(each -> record(true, recorder.came(each)));
            return there;
        }

        @Override
        public boolean replace(Stored seen, Subscriber changed) {
            return record(subscribers.replace(seen, changed), recorder.changed(seen.subscriber(), changed));
        }

        @Override
        public boolean remove(Stored seen) {
            return record(subscribers.remove(seen), recorder.gone(seen.subscriber()));
        }

        @Override
        public boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved) {
            return record(subscribers.move(seen, there, moved),
                    recorder.moved((Subscriber.Confirmed) seen.subscriber(), moved));
        }

        @Override
        public List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit) {
            return subscribers.places(list, audience, slice, limit);
        }

        @Override
        public Stream<Subscriber> all(ListId list, Slice slice) {
            return subscribers.all(list, slice);
        }

        @Override
        public Stream<Subscriber> all(ListId list) {
            return subscribers.all(list);
        }
    }

    private final class RecordedPosts implements Posts {

        @Override
        public Posts by(Deed deed) {
            return this;
        }

        private final Posts posts;

        RecordedPosts(Posts posts) {
            this.posts = posts;
        }

        @Override
        public Pause betweenAttempts() {
            return posts.betweenAttempts();
        }

        @Override
        public boolean create(Post post) {
            return record(posts.create(post), recorder.came(post));
        }

        @Override
        public Optional<Post> find(PostId id) {
            return posts.find(id);
        }

        @Override
        public Stream<Post> of(ListId list) {
            return posts.of(list);
        }

        @Override
        public Stream<Post> unsettled(ListId list) {
            return posts.unsettled(list);
        }

        @Override
        public boolean replace(Post seen, Post changed) {
            return record(posts.replace(seen, changed), recorder.changed(seen, changed));
        }
    }
}
