package org.clubpost.aws.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * One table in DynamoDB Local, in memory, for all tests of a run. It does not delete what has expired: when DynamoDB
 * Local does that, nobody can say.
 */
final class EmbeddedTable {

    static final String NAME = "clubpost-test";

    private static final DynamoDbClient CLIENT = start();

    private EmbeddedTable() {}

    private static DynamoDbClient start() {
        var client = DynamoDBEmbedded.create(true).dynamoDbClient();
        client.createTable(TableLayout.createTable(NAME));
        return client;
    }

    /** The client to the engine, which is in this process. */
    static DynamoDbClient client() {
        return CLIENT;
    }

    /** The ports on the table. */
    static DynamoTable ports() {
        return new DynamoTable(CLIENT, NAME);
    }
}
