package org.clubpost.local.sqlite;

import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.SubscribersContract;

class SqliteSubscribersTest implements SubscribersContract {

    @Override
    public Subscribers testee() {
        return SampleDatabase.shared().subscribers();
    }

    @Override
    public Lists lists() {
        return SampleDatabase.shared().lists();
    }
}
