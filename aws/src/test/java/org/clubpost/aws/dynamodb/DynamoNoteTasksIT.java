package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.note.RecordedNoteTasksContract;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;

class DynamoNoteTasksIT implements RecordedNoteTasksContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.KEYS, new FixedClock()));

    @Override
    public NoteTasks testee() {
        return ports.noteTasks();
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
