package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.person.SignIns;
import org.clubpost.core.person.SignInsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoSignInsIT implements SignInsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public SignIns testee() {
        return table.ports().signIns();
    }
}
