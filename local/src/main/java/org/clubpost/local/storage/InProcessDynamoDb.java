package org.clubpost.local.storage;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/**
 * The SDK's client without its wire: each call goes straight to the engine of DynamoDB Local, and its exceptions become
 * those of the SDK. The calls that our adapters do not make are not here. Safe for use by many threads.
 */
final class InProcessDynamoDb implements DynamoDbClient {

    /** The engine keeps one database for all, so account and region do not matter. */
    private static final String ANY = "local";

    private final DynamoDBRequestHandler engine;

    InProcessDynamoDb(DynamoDBRequestHandler engine) {
        this.engine = engine;
    }

    private static <T> T mapped(Supplier<T> call) {
        try {
            return call.get();
        } catch (DynamoDBLocalServiceException e) {
            throw asThrownBySdk(e);
        }
    }

    private static RuntimeException asThrownBySdk(DynamoDBLocalServiceException e) {
        try {
            DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(e);
            return e;
        } catch (RuntimeException mapped) {
            return mapped;
        } catch (Throwable other) {
            return new IllegalStateException(other);
        }
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    /** Does nothing: the engine is closed by who opened it. */
    @Override
    public void close() {}

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return mapped(() -> engine.getItem(ANY, ANY, request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return mapped(() -> engine.putItem(ANY, ANY, request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return mapped(() -> engine.updateItem(ANY, ANY, request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return mapped(() -> engine.deleteItem(ANY, ANY, request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return mapped(() -> engine.query(ANY, ANY, request));
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return mapped(() -> engine.scan(ANY, ANY, request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return mapped(() -> engine.batchGetItem(ANY, ANY, request));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return mapped(() -> engine.batchWriteItem(ANY, ANY, request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return mapped(() -> engine.transactWriteItems(ANY, ANY, request));
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        return mapped(() -> engine.createTable(ANY, ANY, request));
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return mapped(() -> engine.describeTable(ANY, ANY, request));
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return mapped(() -> engine.updateTimeToLive(ANY, ANY, request));
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        return mapped(() -> engine.describeTimeToLive(ANY, ANY, request));
    }
}
