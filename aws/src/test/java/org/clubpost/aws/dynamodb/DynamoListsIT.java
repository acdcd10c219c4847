package org.clubpost.aws.dynamodb;

import org.clubpost.core.list.Lists;
import org.clubpost.core.list.ListsContract;

class DynamoListsIT implements ListsContract {

    @Override
    public Lists testee() {
        return EmbeddedTable.ports().lists();
    }
}
