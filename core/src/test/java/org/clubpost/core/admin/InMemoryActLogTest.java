package org.clubpost.core.admin;

import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Subscribers;

final class InMemoryActLogTest implements ActLogContract {

    private final FixedClock clock = new FixedClock();
    private final InMemoryActLog log = new InMemoryActLog();
    private final InMemoryLists lists = new InMemoryLists(log, clock);
    private final Subscribers subscribers = new InMemorySubscribers(lists, log, clock);
    private final Posts posts = new InMemoryPosts(log, clock);

    @Override
    public ActLog testee() {
        return log;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }

    @Override
    public Lists lists() {
        return lists;
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
