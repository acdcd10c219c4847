package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.health.Returns;
import org.clubpost.core.health.ReturnsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoReturnsIT implements ReturnsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Returns testee() {
        return table.ports().returns();
    }
}
