package org.clubpost.local.sqlite;

import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.PostNumbersContract;

class SqlitePostNumbersTest implements PostNumbersContract {

    @Override
    public PostNumbers testee() {
        return SampleDatabase.shared().postNumbers();
    }
}
