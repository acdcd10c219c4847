package org.clubpost.local.sqlite;

import org.clubpost.core.list.Lists;
import org.clubpost.core.list.ListsContract;

class SqliteListsTest implements ListsContract {

    @Override
    public Lists testee() {
        return SampleDatabase.shared().lists();
    }
}
