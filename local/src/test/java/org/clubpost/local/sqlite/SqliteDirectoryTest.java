package org.clubpost.local.sqlite;

import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.DirectoryContract;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.Subscribers;

class SqliteDirectoryTest implements DirectoryContract {

    @Override
    public Directory testee() {
        return SampleDatabase.shared().directory();
    }

    @Override
    public Subscribers subscribers() {
        return SampleDatabase.shared().subscribers();
    }

    @Override
    public Lists lists() {
        return SampleDatabase.shared().lists();
    }
}
