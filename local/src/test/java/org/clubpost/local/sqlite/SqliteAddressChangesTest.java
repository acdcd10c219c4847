package org.clubpost.local.sqlite;

import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.AddressChangesContract;

class SqliteAddressChangesTest implements AddressChangesContract {

    @Override
    public AddressChanges testee() {
        return SampleDatabase.shared().addressChanges();
    }
}
