package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.BouncesContract;
import org.junit.jupiter.api.AutoClose;

class DynamoBouncesIT implements BouncesContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Bounces testee() {
        return table.ports().bounces();
    }
}
