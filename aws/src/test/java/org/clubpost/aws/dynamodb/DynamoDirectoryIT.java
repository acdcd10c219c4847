package org.clubpost.aws.dynamodb;

import java.util.List;
import java.util.Map;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.DirectoryContract;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class DynamoDirectoryIT implements DirectoryContract {

    private static final int AT_ONCE = 25;

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public void addMany(ListId list, List<Subscriber.Confirmed> members) {
        for (var from = 0; from < members.size(); from += AT_ONCE) {
            var some = members.subList(from, Math.min(from + AT_ONCE, members.size())).stream()
                    .map(each -> WriteRequest.builder().putRequest(
                            put -> put.item(SubscriberItems.write(new Stored(each, 1)).attributes())).build())
                    .toList();
            table.client().batchWriteItem(request -> request.requestItems(Map.of(table.name(), some)));
        }
    }

    @Override
    public int many() {
        return 600;
    }

    @Override
    public Directory testee() {
        return table.ports().directory();
    }

    @Override
    public Subscribers subscribers() {
        return table.ports().subscribers();
    }

    @Override
    public Lists lists() {
        return table.ports().lists();
    }
}
