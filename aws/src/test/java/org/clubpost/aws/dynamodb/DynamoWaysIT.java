package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.database.Database;
import org.clubpost.core.database.WaysContract;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.junit.jupiter.api.AutoClose;

class DynamoWaysIT implements WaysContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final FixedClock clock = new FixedClock();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.NONE, clock));

    @Override
    public Database testee() {
        return ports;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }
}
