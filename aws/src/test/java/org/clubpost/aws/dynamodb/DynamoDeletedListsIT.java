package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.DeletedListsContract;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;

class DynamoDeletedListsIT implements DeletedListsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.NONE, new FixedClock()));

    @Override
    public DeletedLists testee() {
        return ports.deletedLists();
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

    @Override
    public ActLog log() {
        return ports.actLog();
    }
}
