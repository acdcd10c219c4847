package org.clubpost.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.local.RunningService;
import org.clubpost.local.storage.LocalClients;
import org.clubpost.local.storage.LocalSecrets;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a command works on: the ports of one installation of Clubpost.
 *
 * @param table the ports on its table
 * @param ids makes the keys of people
 * @param domain the domain of its lists
 * @param connection what has to be closed at the end
 */
public record Installation(DynamoTable table, SubscriberIds ids, String domain,
        DynamoDbClient connection) implements AutoCloseable {

    /**
     * The service that runs on that data directory.
     *
     * @throws CommandFailure when none does
     */
    static Installation on(Path data) {
        var service = RunningService.find(data).orElseThrow(() -> new CommandFailure(
                "No Clubpost is running on the data in " + data + ". Start one with: ./clubpost start"));
        try {
            var client = LocalClients.table(service.table());
            return new Installation(new DynamoTable(client, LocalClients.TABLE),
                    new SubscriberIds(LocalSecrets.read(data).installation()), service.domain(), client);
        } catch (IOException e) {
            throw new CommandFailure(
                    "The secrets in " + data + " cannot be read. Are you the user who started the service?");
        }
    }

    /** The lists. */
    public Lists lists() {
        return table.lists();
    }

    /** The subscribers. */
    public Subscribers subscribers() {
        return table.subscribers();
    }

    /** The posts. */
    public Posts posts() {
        return table.posts();
    }

    /**
     * The list of that name.
     *
     * @throws CommandFailure when there is none
     */
    public MailingList list(String name) {
        return ListId.parse(name).flatMap(lists()::find).orElseThrow(() -> new CommandFailure(
                "There is no list \"" + name + "\". There is: "
                        + lists().all().stream().map(list -> list.id().value()).collect(Collectors.joining(", "))));
    }

    @Override
    public void close() {
        connection.close();
    }
}
