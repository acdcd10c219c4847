package org.clubpost.cli.installation;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.s3.S3MailStore;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.cloud.ListStacks;
import org.clubpost.cli.cloud.ReceiveFunction;
import org.clubpost.cli.cloud.StackSecrets;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.act.Way;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.local.LocalData;
import org.clubpost.local.RunningService;
import org.clubpost.local.UnusableData;

/** What a command works on: the ports of one installation of Clubpost, on this machine or in AWS. */
public final class Installation implements AutoCloseable {

    private final Database database;
    private final Supplier<SubscriberIds> ids;
    private final String domain;
    private final Optional<Reception> reception;
    private final Supplier<Inbox> inbox;
    private final BooleanSupplier running;
    private final Supplier<OptionalLong> largestMail;
    private final Supplier<Optional<URI>> pages;
    private final KeyRing keys;
    private final Runnable closing;

    /** How the mail of a list comes in; only in AWS. */
    private record Reception(Cloud cloud, CloudStack stack) {

        private ListStacks rules() {
            return new ListStacks(cloud.cloudFormation(), stack, ListStacks.patience());
        }
    }

    private Installation(Database database, Supplier<SubscriberIds> ids, String domain, Optional<Reception> reception,
            Supplier<Inbox> inbox, BooleanSupplier running, Supplier<OptionalLong> largestMail,
            Supplier<Optional<URI>> pages, KeyRing keys,
            Runnable closing) {
        this.database = database.by(Way.COMMAND_LINE);
        this.ids = ids;
        this.domain = domain;
        this.reception = reception;
        this.inbox = inbox;
        this.running = running;
        this.largestMail = largestMail;
        this.pages = pages;
        this.keys = keys;
        this.closing = closing;
    }

    /**
     * What is in that data directory, whether a service runs on it or not.
     *
     * @throws CommandFailure when there is nothing, or it cannot be used
     */
    static Installation on(Path directory) {
        try {
            var data = LocalData.open(directory);
            return new Installation(data.database(), () -> new SubscriberIds(data.secrets().installation()),
                    data.domain().orElse(""), Optional.empty(), () -> new LocalInbox(data),
                    () -> RunningService.find(directory).isPresent(), data::largestMail, data::publicUrl,
                    new LocalKeyRing(data),
                    data::close);
        } catch (UnusableData e) {
            throw new CommandFailure(e.reason());
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
            return new Installation(new DynamoTable(cloud.dynamoDb(), stack.output("TableName"), recorder(stack)),
                    () -> new SubscriberIds(cloud.secrets(stack).installation()), domain,
                    Optional.of(new Reception(cloud, stack)), () -> inbox(cloud, stack), () -> true,
                    OptionalLong::empty, () -> stack.find("PublicUrl").map(URI::create),
                    new StackKeyRing(new StackSecrets(cloud, stack, ListStacks.patience())), cloud::close);
        } catch (RuntimeException failed) {
            cloud.close();
            throw failed;
        }
    }

    private static Inbox inbox(Cloud cloud, CloudStack stack) {
        return new CloudInbox(new S3MailStore(cloud.s3(), stack.output("MailBucketName")),
                ReceiveFunction.of(cloud.cloudFormation(), cloud.lambda(), stack));
    }

    /** The mails that came in. In AWS, the function that takes them in is looked for only now. */
    public Inbox inbox() {
        return inbox.get();
    }

    /** What is done here is an event like what the functions do. A stack of before events records none. */
    private static Recorder recorder(CloudStack stack) {
        return new Recorder(stack.find("Events").flatMap(Recording::of).orElse(Recording.NONE),
                InstantSource.system());
    }

    /** Where its pages are seen from outside; empty when nobody knows yet. */
    public Optional<URI> pages() {
        return pages.get();
    }

    /** Its keys. */
    public KeyRing keys() {
        return keys;
    }

    /** Whether somebody acts on what is written there: a service on this machine, or the functions in AWS. */
    public boolean isRunning() {
        return running.getAsBoolean();
    }

    /** The domain of its lists. */
    public String domain() {
        return domain;
    }

    /** The ports on its database. */
    public Database database() {
        return database;
    }

    /** Makes the keys of people. In AWS, the secret that this needs is read only now. */
    public SubscriberIds ids() {
        return ids.get();
    }

    /** The lists. */
    public Lists lists() {
        return database.lists();
    }

    /** The subscribers. */
    public Subscribers subscribers() {
        return database.subscribers();
    }

    /** The posts. */
    public Posts posts() {
        return database.posts();
    }

    /** The ranges of posts. */
    public Ranges ranges() {
        return database.ranges();
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
     * The post of that id.
     *
     * @throws CommandFailure when there is no such post
     */
    public Post post(String id) {
        return PostId.parse(id).flatMap(posts()::find)
                .orElseThrow(() -> new CommandFailure("There is no post \"" + id + "\"."));
    }

    /**
     * Makes mail to all addresses of that list come in. In AWS this takes a receipt rule for the list; a service on this
     * machine takes in mail for every list by itself.
     *
     * @return what was made or changed for it; empty when nothing was needed
     * @throws CommandFailure when the rule cannot be made or changed
     */
    public Optional<String> receive(MailingList list) {
        return reception.filter(open -> open.rules().make(list))
                .map(open -> open.stack().listStackName(list.id().value()));
    }

    /**
     * The size in octets of the largest mail that the way out takes; empty when the setting of a list allows no larger
     * one anyway, or nobody knows.
     */
    public OptionalLong largestMail() {
        return largestMail.get();
    }

    /** The region of AWS in which everything lies; empty on this machine. */
    public Optional<String> region() {
        return reception.map(open -> open.cloud().region());
    }

    /** Whether members can be told by phone: only in AWS. */
    public boolean hasPhones() {
        return reception.isPresent();
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
