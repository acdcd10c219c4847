package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.AddressChangesContract;
import org.junit.jupiter.api.AutoClose;

class DynamoAddressChangesIT implements AddressChangesContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public AddressChanges testee() {
        return table.ports().addressChanges();
    }
}
