package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.database.Database;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.privacy.NoTraceContract;
import org.junit.jupiter.api.AutoClose;

class DynamoNoTraceIT implements NoTraceContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.ADDRESSES, new FixedClock()));

    @Override
    public Database database() {
        return ports;
    }

    @Override
    public String everythingStored() {
        return table.client().scan(request -> request.tableName(table.name())).items().toString();
    }
}
