package org.clubpost.aws.moto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions of moto are all or nothing, quick as {@code sitecustomize.py} makes them. */
class MotoTransactionsIT {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    private static Map<String, AttributeValue> key(String name) {
        return Map.of("pk", AttributeValue.fromS("P"), "sk", AttributeValue.fromS(name));
    }

    private void put(String name) {
        table.client().putItem(put -> put.tableName(table.name()).item(key(name)));
    }

    private static TransactWriteItem create(String name, String in) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(in).item(key(name)).conditionExpression("attribute_not_exists(pk)")).build();
    }

    private TransactWriteItem change(String name) {
        return TransactWriteItem.builder().update(update -> update.tableName(table.name()).key(key(name))
                .updateExpression("SET seen = :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))).build();
    }

    private TransactWriteItem remove(String name) {
        return TransactWriteItem.builder().delete(delete -> delete.tableName(table.name()).key(key(name))).build();
    }

    /** The items by name, each with what was changed in it. */
    private SortedSet<String> items() {
        return table.client().scan(scan -> scan.tableName(table.name())).items().stream()
                .map(item -> Objects.requireNonNull(item.get("sk")).s() + (item.containsKey("seen") ? " seen" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void failedTransactionLeavesEverythingAsItWas() {
        put("changed");
        put("removed");
        put("there");

        assertThrows(TransactionCanceledException.class, () -> table.client().transactWriteItems(write -> write
                .transactItems(change("changed"), change("new"), remove("removed"), create("created", table.name()),
                        create("there", table.name()))));

        assertEquals("[changed, removed, there]", items().toString());
    }

    @Test
    void transactionThatSucceedsChangesEverything() {
        put("changed");
        put("removed");

        table.client().transactWriteItems(write -> write.transactItems(change("changed"), remove("removed"),
                create("created", table.name())));

        assertEquals("[changed seen, created]", items().toString());
    }
}
