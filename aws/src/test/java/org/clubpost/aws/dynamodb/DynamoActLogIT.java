package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.ActLogContract;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;

class DynamoActLogIT implements ActLogContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final FixedClock clock = new FixedClock();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.ADDRESSES, clock));

    @Override
    public ActLog testee() {
        return ports.actLog();
    }

    @Override
    public FixedClock clock() {
        return clock;
    }

    @Override
    public Lists lists() {
        return ports.lists();
    }

    @Override
    public Subscribers subscribers() {
        return ports.subscribers();
    }

    @Override
    public Posts posts() {
        return ports.posts();
    }
}
