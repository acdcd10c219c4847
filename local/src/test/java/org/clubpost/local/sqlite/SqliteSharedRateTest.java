package org.clubpost.local.sqlite;

import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.outbox.SharedRateContract;

class SqliteSharedRateTest implements SharedRateContract {

    @Override
    public SharedRate testee() {
        return SampleDatabase.shared().sharedRate();
    }
}
