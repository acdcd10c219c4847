package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.FunnelContract;
import org.junit.jupiter.api.AutoClose;

class DynamoFunnelIT implements FunnelContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Funnel testee() {
        return table.ports().funnel();
    }
}
