package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.ForeignTasksContract;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.note.RecordedNoteTasksContract;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoNoteTasksIT implements RecordedNoteTasksContract, ForeignTasksContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.KEYS, new FixedClock()));

    @Override
    public void store(ListId list, Instant due, String kind, String about) {
        table.client().putItem(put -> put.tableName(table.name()).item(Map.of("pk",
                AttributeValue.fromS(TableLayout.NOTES), "sk", AttributeValue.fromS(TableLayout.due(due) + "#" + list
                        + "#" + kind + "#" + about))));
    }

    @Override
    public long stored(ListId list, String about) {
        return table.client().query(query -> query.tableName(table.name()).keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.NOTES)))).items().stream()
                .map(item -> Objects.requireNonNull(item.get("sk")).s())
                .filter(key -> key.contains("#" + list + "#") && key.endsWith("#" + about)).count();
    }

    @Override
    public String decision() {
        return "DECIDED";
    }

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
