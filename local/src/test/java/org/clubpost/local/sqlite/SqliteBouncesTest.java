package org.clubpost.local.sqlite;

import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.BouncesContract;

class SqliteBouncesTest implements BouncesContract {

    @Override
    public Bounces testee() {
        return SampleDatabase.shared().bounces();
    }
}
