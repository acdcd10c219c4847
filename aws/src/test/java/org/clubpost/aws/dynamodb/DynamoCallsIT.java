package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.call.Calls;
import org.clubpost.core.call.CallsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoCallsIT implements CallsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Calls testee() {
        return table.ports().calls();
    }
}
