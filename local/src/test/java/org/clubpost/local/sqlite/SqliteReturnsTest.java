package org.clubpost.local.sqlite;

import org.clubpost.core.health.Returns;
import org.clubpost.core.health.ReturnsContract;

class SqliteReturnsTest implements ReturnsContract {

    @Override
    public Returns testee() {
        return SampleDatabase.shared().returns();
    }
}
