package org.clubpost.local.sqlite;

import org.clubpost.core.call.Calls;
import org.clubpost.core.call.CallsContract;

class SqliteCallsTest implements CallsContract {

    @Override
    public Calls testee() {
        return SampleDatabase.shared().calls();
    }
}
