package org.clubpost.core.admin;

import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Subscribers;

final class InMemoryDeletedListsTest implements DeletedListsContract {

    private final FixedClock clock = new FixedClock();
    private final InMemoryActLog log = new InMemoryActLog();
    private final InMemoryLists lists = new InMemoryLists(log, clock);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists, log, clock);
    private final InMemoryPosts posts = new InMemoryPosts(log, clock);
    private final DeletedLists deleted = new InMemoryDeletedLists(
            new InMemoryDeletedLists.Beside(lists, subscribers, posts, log), clock);

    @Override
    public DeletedLists testee() {
        return deleted;
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

    @Override
    public ActLog log() {
        return log;
    }
}
