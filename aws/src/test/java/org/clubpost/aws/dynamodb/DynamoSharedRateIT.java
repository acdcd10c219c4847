package org.clubpost.aws.dynamodb;

import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.outbox.SharedRateContract;

class DynamoSharedRateIT implements SharedRateContract {

    @Override
    public SharedRate testee() {
        return EmbeddedTable.ports().sharedRate();
    }
}
