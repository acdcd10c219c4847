package org.clubpost.local.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local on a file, with two doors to one engine: a client in this process, which saves the way over HTTP, and
 * an HTTP door on the loopback interface for the command line. What was written is there after a kill. Needs no
 * credentials, so the door must not be opened any wider.
 */
public final class LocalTable implements AutoCloseable {

    private final LocalDynamoDBRequestHandler engine;
    private final Server door;
    private final DynamoDbClient client;

    private LocalTable(LocalDynamoDBRequestHandler engine, Server door) {
        this.engine = engine;
        this.door = door;
        this.client = new InProcessDynamoDb(engine);
    }

    /**
     * Opens the database and both doors; the HTTP door on a port that is free.
     *
     * @param directory where the database's file is; created when it is not there
     * @throws IOException when the directory cannot be written or no port be opened
     */
    public static LocalTable open(Path directory) throws IOException {
        Files.createDirectories(directory);
        var engine = new LocalDynamoDBRequestHandler(0, false, directory.toString(), true, false);
        var door = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(engine, null), "/"));
        try {
            door.start();
        } catch (Exception e) {
            engine.shutdown();
            throw new IOException("the table's door does not open", e);
        }
        return new LocalTable(engine, door);
    }

    /** The client in this process. */
    public DynamoDbClient client() {
        return client;
    }

    /** Where the HTTP door is. */
    public URI endpoint() {
        return URI.create("http://" + door.getURI().getAuthority());
    }

    @Override
    public void close() throws IOException {
        try {
            door.stop();
        } catch (Exception e) {
            throw new IOException("the table's door does not close", e);
        } finally {
            engine.shutdown();
        }
    }
}
