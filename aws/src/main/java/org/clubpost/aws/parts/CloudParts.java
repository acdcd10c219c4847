package org.clubpost.aws.parts;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.aws.cloudevent.CloudEvents;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.s3.S3MailStore;
import org.clubpost.aws.s3.S3Uploads;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.aws.ses.SesQuotas;
import org.clubpost.aws.ses.SesSuppression;
import org.clubpost.aws.sns.SnsEventChannel;
import org.clubpost.aws.sns.SnsNotes;
import org.clubpost.aws.sqs.SqsDeliveryQueue;
import org.clubpost.aws.sqs.SqsUnpolledQueue;
import org.clubpost.aws.sqs.SqsUnreceivedEvents;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.event.PublishEvents;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.feedback.ProviderSuppression;
import org.clubpost.core.note.NoteWords;
import org.clubpost.core.note.Notes;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.PacedPermits;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.Uploads;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * The parts in AWS, as an environment names them: the table in DynamoDB, the mails in S3, the queue in SQS, the way out
 * through SES. Each method throws {@link IllegalStateException} when the environment lacks its setting, and names that
 * setting.
 */
public final class CloudParts implements FunctionParts {

    /** API Gateway gives up on a function after 30 seconds, so SES must have answered well before. */
    private static final Duration BEFORE_API_GATEWAY_GIVES_UP = Duration.ofSeconds(15);
    /** The share of SES's rate and daily quota that is kept back for confirmation mails and notices. */
    private static final double RESERVE = 0.2;

    private final Environment environment;
    private final Duration sesAnswersWithin;
    private final Way way;
    private final RandomGenerator random = new SecureRandom();
    private final Once<DynamoTable> database = new Once<>();
    private final Once<MailStore> mails = new Once<>();
    private final Once<Uploads> uploads = new Once<>();
    private final Once<DeliveryQueue> queue = new Once<>();
    private final Once<UnreceivedEvents> unreceived = new Once<>();
    private final Once<Outbox> outbox = new Once<>();
    private final Once<SendPermits> permits = new Once<>();
    private final Once<InstallationSecrets> secrets = new Once<>();

    private CloudParts(Environment environment, Duration sesAnswersWithin, Way way) {
        this.environment = environment;
        this.sesAnswersWithin = sesAnswersWithin;
        this.way = way;
    }

    /** For functions behind API Gateway, where somebody waits for the answer. */
    public static CloudParts forVisitors(Environment environment) {
        return new CloudParts(environment, BEFORE_API_GATEWAY_GIVES_UP, Way.UNKNOWN);
    }

    /** For functions that events start, and that have the time that SES needs. */
    public static CloudParts forEvents(Environment environment) {
        return new CloudParts(environment, SesOutbox.Settings.DEFAULT.timeout(), Way.UNKNOWN);
    }

    /**
     * How fast SES may be used, as SES itself says.
     *
     * @param client asks SES; is not closed here
     * @param rate the rate that all senders share
     */
    public static SendPermits permits(SesClient client, SharedRate rate, RandomGenerator random) {
        return new PacedPermits(new SesQuotas(client), rate, RESERVE, random);
    }

    /** {@inheritDoc} Each part is made anew. */
    @Override
    public CloudParts by(Way taken) {
        return new CloudParts(environment, sesAnswersWithin, taken);
    }

    @Override
    public Database database() {
        return table();
    }

    private DynamoTable table() {
        return database.get(() -> new DynamoTable(AwsClients.dynamoDb(), environment.table(),
                new Recorder(environment.events(), clock())).by(way));
    }

    @Override
    public MailStore mails() {
        return mails.get(() -> new S3MailStore(AwsClients.s3(), environment.bucket()));
    }

    @Override
    public Uploads uploads() {
        return uploads.get(() -> S3Uploads.of(AwsClients.s3(), environment.bucket()));
    }

    @Override
    public DeliveryQueue queue() {
        return queue.get(() -> new SqsDeliveryQueue(AwsClients.sqs(), environment.queueUrl()));
    }

    /** The ranges that were tried too often. */
    public SqsUnpolledQueue deadLetters() {
        return new SqsUnpolledQueue(AwsClients.sqs(), environment.deadLettersUrl());
    }

    /** SES's events that have still to be applied. */
    public SqsUnpolledQueue feedback() {
        return new SqsUnpolledQueue(AwsClients.sqs(), environment.feedbackQueueUrl());
    }

    @Override
    public UnreceivedEvents unreceived() {
        return unreceived.get(() -> new SqsUnreceivedEvents(AwsClients.sqs(), environment.unreceivedQueueUrl()));
    }

    @Override
    public Optional<Notes> notes(NoteWords words) {
        return Optional.of(new SnsNotes(AwsClients.sns(), environment.noteTopics(), table().reached(), words));
    }

    @Override
    public Outbox outbox() {
        return outbox.get(() -> new SesOutbox(AwsClients.ses(),
                new SesOutbox.Settings(environment.configurationSet(), environment.ownMailsConfigurationSet(),
                        sesAnswersWithin)));
    }

    @Override
    public ProviderSuppression providerSuppression() {
        return new SesSuppression(AwsClients.sesAccount());
    }

    @Override
    public SendPermits permits() {
        return permits.get(() -> permits(AwsClients.sesControl(), database().sharedRate(), random));
    }

    @Override
    public InstallationSecrets secrets() {
        return secrets.get(environment::secrets);
    }

    @Override
    public URI publicUrl() {
        return environment.publicUrl();
    }

    @Override
    public Optional<String> region() {
        return environment.region();
    }

    @Override
    public List<EmailAddress> operator() {
        return environment.operator().stream().toList();
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /** What publishes the events that were recorded; empty when the installation records none. */
    public Optional<PublishEvents> publishEvents() {
        return environment.events() == Recording.NONE
                ? Optional.empty()
                : Optional.of(new PublishEvents(database().events(), new SnsEventChannel(AwsClients.sns(),
                        environment.eventTopic(), new CloudEvents(publicUrl()))));
    }
}
