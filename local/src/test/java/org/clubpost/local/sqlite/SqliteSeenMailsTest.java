package org.clubpost.local.sqlite;

import org.clubpost.core.post.SeenMails;
import org.clubpost.core.post.SeenMailsContract;

class SqliteSeenMailsTest implements SeenMailsContract {

    @Override
    public SeenMails testee() {
        return SampleDatabase.shared().seenMails();
    }
}
