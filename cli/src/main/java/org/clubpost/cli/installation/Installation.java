package org.clubpost.cli.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.cloud.ListStacks;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.local.RunningService;
import org.clubpost.local.storage.LocalClients;
import org.clubpost.local.storage.LocalSecrets;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a command works on: the ports of one installation of Clubpost, on this machine or in AWS. */
public final class Installation implements AutoCloseable {

    private final DynamoTable table;
    private final Supplier<SubscriberIds> ids;
    private final String domain;
    private final Optional<Reception> reception;
    private final Runnable closing;

    /** How the mail of a list comes in; only in AWS. */
    private record Reception(Cloud cloud, CloudStack stack) {

        private ListStacks rules() {
            return new ListStacks(cloud.cloudFormation(), stack, ListStacks.patience());
        }
    }

    private Installation(DynamoDbClient client, String name, Supplier<SubscriberIds> ids, String domain,
            Optional<Reception> reception) {
        this.table = new DynamoTable(client, name);
        this.ids = ids;
        this.domain = domain;
        this.reception = reception;
        this.closing = () -> {
            client.close();
            reception.ifPresent(open -> open.cloud().close());
        };
    }

    /**
     * The service that runs on that data directory.
     *
     * @throws CommandFailure when no service does
     */
    static Installation on(Path data) {
        var service = RunningService.find(data).orElseThrow(() -> new CommandFailure(
                "No Clubpost is running on the data in " + data + ". Start one with: ./clubpost start"));
        try {
            var ids = new SubscriberIds(LocalSecrets.read(data).installation());
            return new Installation(LocalClients.table(service.table()), LocalClients.TABLE, () -> ids,
                    service.domain(), Optional.empty());
        } catch (IOException e) {
            throw new CommandFailure(
                    "The secrets in " + data + " cannot be read. Are you the user who started the service?");
        }
    }

    /**
     * The stack of that name in AWS.
     *
     * @throws CommandFailure when there is no such stack, or we may not look
     */
    static Installation of(String stackName) {
        var cloud = Cloud.open();
        try {
            var stack = cloud.stack(stackName);
            var domain = stack.domain();
            return new Installation(cloud.dynamoDb(), stack.output("TableName"),
                    () -> new SubscriberIds(cloud.secrets(stack).installation()), domain,
                    Optional.of(new Reception(cloud, stack)));
        } catch (RuntimeException failed) {
            cloud.close();
            throw failed;
        }
    }

    /** The domain of its lists. */
    public String domain() {
        return domain;
    }

    /** The ports on its table. */
    public DynamoTable table() {
        return table;
    }

    /** Makes the keys of people. In AWS, the secret that this needs is read only now. */
    public SubscriberIds ids() {
        return ids.get();
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

    /** The ranges of posts. */
    public Ranges ranges() {
        return table.ranges();
    }

    /**
     * The list of that name.
     *
     * @throws CommandFailure when there is no such list
     */
    public MailingList list(String name) {
        return ListId.parse(name).flatMap(lists()::find).orElseThrow(() -> new CommandFailure(
                "There is no list \"" + name + "\". There is: "
                        + lists().all().stream().map(list -> list.id().value()).collect(Collectors.joining(", "))));
    }

    /**
     * Makes mail to that list come in. In AWS this takes a receipt rule for the list; a service on this machine takes
     * in mail for every list by itself.
     *
     * @return what was made for it; empty when nothing was needed
     * @throws CommandFailure when the rule cannot be made
     */
    public Optional<String> receive(ListId list) {
        return reception.filter(open -> open.rules().make(list)).map(open -> open.stack().listStackName(list.value()));
    }

    /**
     * Stops mail to that list from coming in, where {@link #receive} made it come in.
     *
     * @throws CommandFailure when it cannot be stopped
     */
    public void refuse(ListId list) {
        reception.ifPresent(open -> open.rules().remove(list));
    }

    /**
     * The option to put after a command so that it works on the same installation; empty for the usual one on this
     * machine.
     */
    public String option() {
        return reception.map(open -> " --stack " + open.stack().name()).orElse("");
    }

    @Override
    public void close() {
        closing.run();
    }
}
