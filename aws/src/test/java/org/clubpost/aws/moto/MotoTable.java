package org.clubpost.aws.moto;

import java.util.UUID;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.dynamodb.TableLayout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A table of its own in DynamoDB. moto does not delete what has expired, as DynamoDB may not have yet.
 *
 * @param client a client of DynamoDB
 * @param name the table's name
 */
public record MotoTable(DynamoDbClient client, String name) implements AutoCloseable {

    /** A new table without items. */
    public static MotoTable create() {
        var client = MotoServer.running().at(DynamoDbClient.builder()).httpClient(new OneAtATime()).build();
        var name = "clubpost-" + UUID.randomUUID();
        client.createTable(TableLayout.createTable(name));
        client.updateTimeToLive(TableLayout.timeToLive(name));
        return new MotoTable(client, name);
    }

    /** The ports on the table. */
    public DynamoTable ports() {
        return new DynamoTable(client, name);
    }

    /** Removes the table, and with it {@linkplain MotoServer#reset() everything else}. */
    @Override
    public void close() {
        client.close();
        MotoServer.running().reset();
    }
}
