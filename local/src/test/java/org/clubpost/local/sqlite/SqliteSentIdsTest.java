package org.clubpost.local.sqlite;

import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.SentIdsContract;

class SqliteSentIdsTest implements SentIdsContract {

    @Override
    public SentIds testee() {
        return SampleDatabase.shared().sentIds();
    }
}
