package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.clubpost.core.Contested;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The table as the adapters use it. Every read is consistent. A condition that does not hold is a result. Anything else
 * that goes wrong is an {@link UnavailableException}, or a bug when DynamoDB says that the request makes no sense.
 *
 * <p>The client repeats throttled and broken calls by itself. It does not repeat a call that clashed with a transaction
 * on the same item: that is repeated here, after a {@link Pause}. Callers who read, decide and lose wait for the same
 * pause between their attempts.
 */
final class Table implements Contested {

    /** How many actions TransactWriteItems takes (Amazon DynamoDB quotas, "Transactions"). */
    static final int TRANSACTION_LIMIT = 100;

    /** How many items BatchWriteItem takes (Amazon DynamoDB quotas, "API limits"). */
    private static final int BATCH_LIMIT = 25;
    /** How many items BatchGetItem gives (Amazon DynamoDB quotas, "API limits"). */
    private static final int READ_LIMIT = 100;

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String NO_REASON = "None";
    /**
     * Reasons for which the same transaction may succeed a moment later (TransactionCanceledException, "Cancellation
     * reasons").
     */
    private static final List<String> PASSING = List.of(NO_REASON, "TransactionConflict", "ThrottlingError",
            "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;
    private final String name;
    private final Pause pause;

    Table(DynamoDbClient client, String name, Pause pause) {
        this.client = client;
        this.name = name;
        this.pause = pause;
    }

    @Override
    public Pause betweenAttempts() {
        return pause;
    }

    /** What became of a single change. */
    sealed interface Changed {

        /**
         * It was made.
         *
         * @param item the item as it is now
         */
        record Yes(Item item) implements Changed {}

        /**
         * The condition did not hold.
         *
         * @param item the item as it is; without any attribute when there is none
         */
        record No(Item item) implements Changed {}
    }

    Optional<Item> get(Key key) {
        var found = calling(() -> client
                .getItem(request -> request.tableName(name).key(key.attributes()).consistentRead(true)));
        return found.hasItem() && !found.item().isEmpty() ? Optional.of(Item.of(found.item())) : Optional.empty();
    }

    /** The items at those places, by the place; in one call for each {@value #READ_LIMIT}. No place may be named twice. */
    Map<Key, Item> getAll(List<Key> keys) {
        var found = new HashMap<Key, Item>();
        for (var from = 0; from < keys.size(); from += READ_LIMIT) {
            var left = Map.of(name, asked(keys.subList(from, Math.min(from + READ_LIMIT, keys.size())).stream()
                    .map(Key::attributes).toList()));
            for (var attempt = 1; !left.isEmpty(); attempt++) {
                var batch = left;
                var answer = calling(() -> client.batchGetItem(request -> request.requestItems(batch)));
                answer.responses().getOrDefault(name, List.of()).stream().map(Item::of)
                        .forEach(item -> found.put(Key.of(item), item));
                left = answer.unprocessedKeys();
                if (!left.isEmpty() && !pause.before(attempt + 1)) {
                    throw new UnavailableException("the table does not give a whole batch");
                }
            }
        }
        return found;
    }

    private static KeysAndAttributes asked(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    }

    /** Puts the item in place of what was there. */
    Changed put(Item item, Condition condition) {
        try {
            calling(() -> client.putItem(request -> request.tableName(name).item(item.attributes())
                    .conditionExpression(condition.expression()).expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return new Changed.Yes(item);
        } catch (ConditionalCheckFailedException refused) {
            return new Changed.No(Item.of(refused.hasItem() ? refused.item() : Map.of()));
        }
    }

    /** Puts all the items in place of what was there, in batches; no two may be at the same place. */
    void putAll(List<Item> items) {
        for (var from = 0; from < items.size(); from += BATCH_LIMIT) {
            var left = Map.of(name, items.subList(from, Math.min(from + BATCH_LIMIT, items.size())).stream()
                    .map(item -> WriteRequest.builder().putRequest(put -> put.item(item.attributes())).build())
                    .toList());
            for (var attempt = 1; !left.isEmpty(); attempt++) {
                var batch = left;
                left = calling(() -> client.batchWriteItem(request -> request.requestItems(batch))).unprocessedItems();
                if (!left.isEmpty() && !pause.before(attempt + 1)) {
                    throw new UnavailableException("the table does not take a whole batch");
                }
            }
        }
    }

    /** Removes the item; false when the condition does not hold. */
    boolean delete(Key key, Condition condition) {
        try {
            calling(() -> client.deleteItem(request -> request.tableName(name).key(key.attributes())
                    .conditionExpression(condition.expression()).expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    Changed update(Update update) {
        try {
            var updated = calling(() -> client.updateItem(request -> request.tableName(name)
                    .key(update.key().attributes()).updateExpression(update.expression())
                    .conditionExpression(update.condition()).expressionAttributeValues(update.values())
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return new Changed.Yes(Item.of(updated.attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return new Changed.No(Item.of(refused.hasItem() ? refused.item() : Map.of()));
        }
    }

    /** The items that a query finds, read page after page as the stream is consumed. */
    Stream<Item> query(QueryRequest query) {
        var pages = new Pages(query.toBuilder().tableName(name).consistentRead(true).build(),
                request -> calling(() -> client.query(request)));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    /** What one answer to a query has; there may be more. */
    List<Item> items(QueryRequest.Builder query) {
        return calling(() -> client.query(query.tableName(name).consistentRead(true).build())).items().stream()
                .map(Item::of).toList();
    }

    /**
     * One answer to a query of an index, which may be behind by a moment.
     *
     * @throws UnavailableException also when the table does not have the index, or not all of it yet
     */
    QueryResponse page(QueryRequest.Builder query) {
        try {
            return calling(() -> client.query(query.tableName(name).build()));
        } catch (IllegalStateException senseless) {
            if (senseless.getCause() instanceof DynamoDbException refused
                    && String.valueOf(refused.getMessage()).contains("index")) {
                throw new UnavailableException("an index of the table is not there yet", senseless);
            }
            throw senseless;
        }
    }

    /**
     * The sort keys that are due at that time, oldest first: they begin with it ({@link TableLayout#due}).
     *
     * @param page how many are read at a time
     */
    Stream<String> due(String partition, Instant now, int page) {
        return due(partition, "0", "", now, page);
    }

    /** The same for keys that begin with that text and then the time, without that text. */
    Stream<String> due(String partition, String prefix, Instant now, int page) {
        return due(partition, prefix, prefix, now, page).map(key -> key.substring(prefix.length()));
    }

    private Stream<String> due(String partition, String first, String prefix, Instant now, int page) {
        // The keys of this millisecond begin with it and go on, so the first that is not due begins with the next.
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :next")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition), ":first",
                        AttributeValue.fromS(first), ":next",
                        AttributeValue.fromS(prefix + TableLayout.due(now.plusMillis(1)))))
                .limit(page).build();
        return query(query).map(item -> item.text(TableLayout.SK));
    }

    /** A query for all items of a partition, in key order. */
    static QueryRequest.Builder partition(String pk) {
        return QueryRequest.builder().keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)));
    }

    /** A query for the items of a partition whose sort key begins with that text, in key order. */
    static QueryRequest.Builder beginningWith(String pk, String prefix) {
        return QueryRequest.builder().keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
    }

    /**
     * Makes all the changes or none.
     *
     * @return the places in the list of those whose condition does not hold; empty when all was done
     */
    List<Integer> commit(List<TransactWriteItem> changes) {
        for (var attempt = 1;; attempt++) {
            try {
                calling(() -> client.transactWriteItems(request -> request.transactItems(changes)));
                return List.of();
            } catch (TransactionCanceledException cancelled) {
                var codes = cancelled.cancellationReasons().stream().map(CancellationReason::code).toList();
                var refused = IntStream.range(0, codes.size())
                        .filter(place -> CONDITION_FAILED.equals(codes.get(place))).boxed().toList();
                if (!refused.isEmpty()) {
                    return refused;
                }
                if (!PASSING.containsAll(codes)) {
                    throw new IllegalStateException("a transaction makes no sense to DynamoDB: " + codes, cancelled);
                }
                if (!pause.before(attempt + 1)) {
                    throw new UnavailableException("a transaction was cancelled: " + codes, cancelled);
                }
            }
        }
    }

    TransactWriteItem putting(Item item, Condition condition) {
        return TransactWriteItem.builder().put(put -> put.tableName(name).item(item.attributes())
                .conditionExpression(condition.expression()).expressionAttributeNames(condition.names())
                .expressionAttributeValues(condition.values())).build();
    }

    TransactWriteItem deleting(Key key, Condition condition) {
        return TransactWriteItem.builder().delete(delete -> delete.tableName(name).key(key.attributes())
                .conditionExpression(condition.expression()).expressionAttributeNames(condition.names())
                .expressionAttributeValues(condition.values())).build();
    }

    TransactWriteItem updating(Update update) {
        return TransactWriteItem.builder().update(request -> request.tableName(name).key(update.key().attributes())
                .updateExpression(update.expression()).conditionExpression(update.condition())
                .expressionAttributeValues(update.values())).build();
    }

    /** Makes the call. The caller handles only the two exceptions that say that a condition did not hold. */
    private <T> T calling(Supplier<T> call) {
        for (var attempt = 1;; attempt++) {
            try {
                return call.get();
            } catch (ConditionalCheckFailedException | TransactionCanceledException result) {
                throw result;
            } catch (TransactionConflictException clash) {
                if (!pause.before(attempt + 1)) {
                    throw new UnavailableException("an item is in the hands of other transactions", clash);
                }
            } catch (DynamoDbException refused) {
                if (refused.statusCode() == 400 && "ValidationException".equals(code(refused))) {
                    throw new IllegalStateException("a request makes no sense to DynamoDB", refused);
                }
                throw new UnavailableException("the table does not answer: " + code(refused), refused);
            } catch (SdkException failed) {
                throw new UnavailableException("the table cannot be reached", failed);
            }
        }
    }

    private static String code(DynamoDbException refused) {
        return Optional.ofNullable(refused.awsErrorDetails()).map(details -> details.errorCode()).orElse("unknown");
    }
}
