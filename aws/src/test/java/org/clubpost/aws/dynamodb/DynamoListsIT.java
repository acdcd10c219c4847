package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.ListsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoListsIT implements ListsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Lists testee() {
        return table.ports().lists();
    }
}
