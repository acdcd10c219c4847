package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Page;
import org.clubpost.core.directory.PageReading;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Span;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The directory, by an index for each order. */
final class DynamoDirectory implements Directory {

    /** How many items are read at first when some of them may not be meant; then it is as many as an answer takes. */
    private static final int AT_FIRST = 200;
    /** How many times a list was gone through without finding anything to bring into order. */
    private static final String CLEAN = "clean";
    /** A function of the version before may have written one more while the list was gone through. */
    private static final int ENOUGH = 2;

    private final Table table;

    DynamoDirectory(Table table) {
        this.table = table;
    }

    @Override
    public Page page(ListId list, Search search, LocalDate today, Instant now) {
        return new PageReading(search, today, now, span -> read(list, span)).page(id -> entry(list, id));
    }

    private Optional<Entry> entry(ListId list, SubscriberId id) {
        return table.get(TableLayout.subscriber(list, id)).map(item -> SubscriberItems.subscriber(list, item))
                .flatMap(Entry::of);
    }

    private Span.Part read(ListId list, Span span) {
        var query = QueryRequest.builder().indexName(index(span.order()))
                .keyConditionExpression("pk = :pk AND #order BETWEEN :first AND :last")
                .expressionAttributeNames(Map.of("#order", attribute(span.order())))
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.list(list).pk()), ":first",
                        AttributeValue.fromS(span.first()), ":last", AttributeValue.fromS(span.last())))
                .scanIndexForward(!span.isDescending());
        if (span.filter().isOpen()) {
            query.limit(span.wanted());
        } else if (span.read() == 0) {
            query.limit(AT_FIRST);
        }
        var answer = table.page(query);
        var entries = answer.items().stream().map(Item::of).map(SubscriberItems::entry).toList();
        return new Span.Part(entries, answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()
                ? Optional.of(reached(Item.of(answer.lastEvaluatedKey()), span.order()))
                : Optional.empty(), entries.size());
    }

    private static Span.Reached reached(Item last, Order order) {
        return new Span.Reached(last.text(attribute(order)), SubscriberItems.id(last));
    }

    private static String index(Order order) {
        return switch (order) {
            case ADDRESS -> TableLayout.LIST_BY_ADDRESS;
            case NAME -> TableLayout.LIST_BY_NAME;
            case JOINED -> TableLayout.LIST_BY_JOINED;
        };
    }

    private static String attribute(Order order) {
        return switch (order) {
            case ADDRESS -> TableLayout.COMPARED_ADDRESS;
            case NAME -> TableLayout.SORT_NAME;
            case JOINED -> TableLayout.SORT_JOINED;
        };
    }

    @Override
    public int complete(ListId list, int most) {
        var clean = table.get(TableLayout.inOrder(list)).map(item -> item.number(CLEAN)).orElse(0L);
        if (clean >= ENOUGH) {
            return 0;
        }
        var query = Table.beginningWith(TableLayout.list(list).pk(), TableLayout.SUBSCRIBER)
                .filterExpression("attribute_exists(comparedAddress) AND attribute_not_exists(sortName)").build();
        var found = table.query(query).limit(most).toList();
        found.forEach(item -> putInOrder(list, item));
        table.put(Item.at(TableLayout.inOrder(list)).number(CLEAN, found.isEmpty() ? clean + 1 : 0), Condition.NONE);
        return found.size();
    }

    /** Whoever changed it in the meantime has put it in order as well. */
    private void putInOrder(ListId list, Item item) {
        Entry.of(SubscriberItems.subscriber(list, item)).ifPresent(entry -> table.update(new Update(
                TableLayout.subscriber(list, entry.id()), "SET sortName = :name, sortJoined = :joined",
                "revision = :seen",
                Map.of(":name", AttributeValue.fromS(entry.key(Order.NAME)), ":joined",
                        AttributeValue.fromS(entry.key(Order.JOINED)), ":seen",
                        Item.number(item.number(SubscriberItems.REVISION))))));
    }
}
