package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.GatheredNewsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoGatheredNewsIT implements GatheredNewsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.KEYS, new FixedClock()));

    @Override
    public GatheredNews testee() {
        return ports.gatheredNews();
    }
}
