package org.clubpost.core.subscriber;

import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;

final class InMemorySubscribersTest implements SubscribersContract {

    private final InMemoryLists lists = new InMemoryLists();
    private final Subscribers subscribers = new InMemorySubscribers(lists);

    @Override
    public Subscribers testee() {
        return subscribers;
    }

    @Override
    public Lists lists() {
        return lists;
    }
}
