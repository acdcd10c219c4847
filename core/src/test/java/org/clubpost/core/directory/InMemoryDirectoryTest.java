package org.clubpost.core.directory;

import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Subscribers;

final class InMemoryDirectoryTest implements DirectoryContract {

    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);

    @Override
    public Directory testee() {
        return new InMemoryDirectory(subscribers);
    }

    @Override
    public Subscribers subscribers() {
        return subscribers;
    }

    @Override
    public Lists lists() {
        return lists;
    }
}
