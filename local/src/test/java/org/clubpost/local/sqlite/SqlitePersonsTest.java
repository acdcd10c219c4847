package org.clubpost.local.sqlite;

import org.clubpost.core.person.Persons;
import org.clubpost.core.person.PersonsContract;

class SqlitePersonsTest implements PersonsContract {

    @Override
    public Persons testee() {
        return SampleDatabase.shared().persons();
    }
}
