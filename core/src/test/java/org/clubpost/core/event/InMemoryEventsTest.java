package org.clubpost.core.event;

import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Subscribers;

class InMemoryEventsTest implements EventsContract {

    private final InMemoryEvents events = new InMemoryEvents(new Recorder(Recording.ADDRESSES, new FixedClock()));
    private final Subscribers subscribers = events.of(new InMemorySubscribers(new InMemoryLists()));
    private final Posts posts = events.of(new InMemoryPosts());

    @Override
    public Events testee() {
        return events;
    }

    @Override
    public Subscribers subscribers() {
        return subscribers;
    }

    @Override
    public Posts posts() {
        return posts;
    }
}
