package org.clubpost.local.sqlite;

import org.clubpost.core.person.SignIns;
import org.clubpost.core.person.SignInsContract;

class SqliteSignInsTest implements SignInsContract {

    @Override
    public SignIns testee() {
        return SampleDatabase.shared().signIns();
    }
}
