package org.clubpost.local.sqlite;

import org.clubpost.core.consent.Wordings;
import org.clubpost.core.consent.WordingsContract;

class SqliteWordingsTest implements WordingsContract {

    @Override
    public Wordings testee() {
        return SampleDatabase.shared().wordings();
    }
}
