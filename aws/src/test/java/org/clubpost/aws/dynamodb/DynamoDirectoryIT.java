package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.FixedClock;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.DirectoryContract;
import org.clubpost.core.directory.Filter;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Status;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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

    /** Session and list are read besides, and the page of members may read three times in all. */
    @Test
    void firstPageOfAListIsOneQueryAndTheNextOneReadMore() {
        var list = SampleLists.freshListId();
        addMany(list, IntStream.range(0, 120).mapToObj(each -> SampleSubscribers.aMember(list,
                "m%03d@club.example".formatted(each))).toList());
        var calls = new ArrayList<String>();
        var counted = (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(),
                new Class<?>[]{DynamoDbClient.class}, (_, method, arguments) -> {
                    calls.add(method.getName());
                    return method.invoke(table.client(), arguments);
                });
        var directory = new DynamoTable(counted, table.name()).directory();
        var search = Search.by(Order.NAME, 50).of(Filter.of(Status.MEMBER));

        var page = directory.page(list, search, TODAY, FixedClock.START);

        assertEquals(50, page.entries().size());
        assertEquals(List.of("query"), calls);
        calls.clear();
        assertEquals(50, directory.page(list, search.at(page.after().orElseThrow()), TODAY, FixedClock.START).entries()
                .size());
        assertEquals(List.of("getItem", "query"), calls);
    }
}
