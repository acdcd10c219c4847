package org.clubpost.function.distribute;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.aws.Sleep;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.s3.S3MailStore;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.aws.ses.SesQuotas;
import org.clubpost.aws.sqs.SqsDeliveryQueue;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.outbox.PacedPermits;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailStore;
import org.clubpost.mail.prepare.StoredPreparedMails;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Receive;
import org.clubpost.mail.receive.Reception;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.Letters;

/** What the functions are made of in the cloud. */
final class Wiring {

    /** Copies at a time: at the 50 to 100 ms that SES takes, more than a usual account may send. */
    private static final int CONCURRENCY = 10;
    /** The lease is extended while copies are under way, and ends before the queue's message comes again after a worker died. */
    private static final Deliver.Times TIMES = new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(30),
            Duration.ofSeconds(20), Duration.ofMinutes(15));
    /** What is kept back of SES's rate and day for confirmation mails and notices. */
    private static final double RESERVE = 0.2;

    private final Environment environment;
    private final DynamoTable table;
    private final MailStore mails;
    private final PublicLinks links;
    private final CountedOutbox outbox;
    private final DeliveryQueue queue;

    private Wiring(Environment environment) {
        this.environment = environment;
        this.table = new DynamoTable(AwsClients.dynamoDb(), environment.table());
        this.mails = new S3MailStore(AwsClients.s3(), environment.bucket());
        this.links = new PublicLinks(environment.publicUrl(), new MembershipTokens(environment.secrets().signing()));
        this.outbox = new CountedOutbox(new SesOutbox(AwsClients.ses(),
                new SesOutbox.Settings(environment.configurationSet(), SesOutbox.Settings.DEFAULT.timeout())));
        this.queue = new SqsDeliveryQueue(AwsClients.sqs(), environment.queueUrl());
    }

    /**
     * As the process's environment says.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    static Wiring ofProcess() {
        return new Wiring(Environment.ofProcess());
    }

    /**
     * The posts alone: what looks after dead letters needs neither keys nor mails.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    static Posts posts() {
        return new DynamoTable(AwsClients.dynamoDb(), Environment.ofProcess().table()).posts();
    }

    Receive receive() {
        var clock = InstantSource.system();
        var random = new SecureRandom();
        var secrets = new Secrets(new SubscriberIds(environment.secrets().installation()), links, random);
        var people = new Tell.Way(new CommonsEmailNotices(outbox, Letters.load(), clock, random), table.rateLimits(),
                new CancelLinks(secrets.ids(), links));
        var stores = new Reception.Stores(table.lists(), table.subscribers(), table.posts(), mails,
                table.seenMails());
        var ways = new Reception.Ways(new Plan(table.lists(), table.posts(), table.ranges(), queue),
                new Tell(table.posts(), table.ranges(), table.subscribers(), people, clock), people);
        return new Reception(stores, ways, secrets,
                Preparation.rewriting(links, table.sentIds(), table.postNumbers()), clock).receive();
    }

    CountedOutbox outbox() {
        return outbox;
    }

    Deliver deliver() {
        var random = new SecureRandom();
        var permits = new PacedPermits(new SesQuotas(AwsClients.sesControl()), table.sharedRate(), RESERVE, random);
        var ports = new Deliver.Ports(table.lists(), table.subscribers(), table.posts(), table.ranges(),
                new StoredPreparedMails(mails, links), new Deliver.Way(outbox, permits, Sleep.SYSTEM, random), queue,
                table.sentIds());
        return new Deliver(ports,
                new Deliver.Settings(environment.window(), CONCURRENCY, TIMES, RetryPolicy.PATIENT),
                InstantSource.system());
    }

}
