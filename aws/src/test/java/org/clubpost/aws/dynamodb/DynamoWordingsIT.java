package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.consent.WordingsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoWordingsIT implements WordingsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Wordings testee() {
        return new DynamoTable(table.client(), table.name()).wordings();
    }
}
