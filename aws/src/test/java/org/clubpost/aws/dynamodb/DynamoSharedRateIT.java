package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.outbox.SharedRateContract;
import org.junit.jupiter.api.AutoClose;

class DynamoSharedRateIT implements SharedRateContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public SharedRate testee() {
        return table.ports().sharedRate();
    }
}
