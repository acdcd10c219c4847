package org.clubpost.local.sqlite;

import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.limit.RecentMailsContract;

class SqliteRecentMailsTest implements RecentMailsContract {

    @Override
    public RecentMails testee() {
        return SampleDatabase.shared().recentMails();
    }
}
