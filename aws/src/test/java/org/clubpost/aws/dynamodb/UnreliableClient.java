package org.clubpost.aws.dynamodb;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The table behind a line that fails when a test wants it to: before a call, or, like a lost answer, after one
 * that is then made again.
 */
final class UnreliableClient implements DynamoDbClient {

    private final DynamoDbClient table;
    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private Optional<RuntimeException> transactions = Optional.empty();
    private boolean losesNextAnswer;
    private int calls;

    /** Calls that client. */
    UnreliableClient(DynamoDbClient table) {
        this.table = table;
    }

    /** The next calls fail so, one each. */
    UnreliableClient failing(RuntimeException... next) {
        failures.addAll(List.of(next));
        return this;
    }

    /** The answer to the next call is lost, and the call made again, as the SDK does. */
    UnreliableClient losingTheNextAnswer() {
        losesNextAnswer = true;
        return this;
    }

    /** Each transaction from now on fails so. */
    UnreliableClient failingEachTransaction(RuntimeException failure) {
        transactions = Optional.of(failure);
        return this;
    }

    int calls() {
        return calls;
    }

    private <T> T call(Supplier<T> call) {
        calls++;
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        if (losesNextAnswer) {
            losesNextAnswer = false;
            var lost = call.get();
            assert lost != null;
        }
        return call.get();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return call(() -> table.getItem(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return call(() -> table.batchGetItem(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return call(() -> table.putItem(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return call(() -> table.updateItem(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return call(() -> table.deleteItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return call(() -> table.query(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        transactions.ifPresent(failures::add);
        return call(() -> table.transactWriteItems(request));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
