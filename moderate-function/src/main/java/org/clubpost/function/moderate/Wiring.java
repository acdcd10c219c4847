package org.clubpost.function.moderate;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.s3.S3MailStore;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.aws.sqs.SqsDeliveryQueue;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.receive.Moderate;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Receive;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.Letters;
import org.clubpost.site.ModerationPages;
import org.clubpost.site.Pages;

/**
 * What the functions are made of in the cloud.
 *
 * @param moderate the use case of the links
 * @param supervise the use case of the schedule
 * @param pages the pages that all functions have
 * @param moderation the pages of this one
 */
record Wiring(Moderate moderate, Supervise supervise, Pages pages, ModerationPages moderation) {

    /** API Gateway gives up on a function after 30 seconds, so SES must have answered well before. */
    private static final Duration SES_ANSWERS_WITHIN = Duration.ofSeconds(15);

    /**
     * What this process's environment says.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    static Wiring ofProcess() {
        return from(Environment.ofProcess());
    }

    static Wiring from(Environment environment) {
        var random = new SecureRandom();
        var table = new DynamoTable(AwsClients.dynamoDb(), environment.table());
        var links = new PublicLinks(environment.publicUrl(), new MembershipTokens(environment.secrets().signing()));
        var outbox = new SesOutbox(AwsClients.ses(),
                new SesOutbox.Settings(environment.configurationSet(), SES_ANSWERS_WITHIN));
        var ports = new Receive.Ports(table.lists(), table.subscribers(), table.posts(), table.ranges(),
                new S3MailStore(AwsClients.s3(), environment.bucket()),
                new SqsDeliveryQueue(AwsClients.sqs(), environment.queueUrl()),
                new CommonsEmailNotices(outbox, Letters.load(), InstantSource.system(), random), table.rateLimits(),
                table.seenMails());
        var secrets = new Receive.Secrets(new SubscriberIds(environment.secrets().installation()), links, random);
        return new Wiring(
                new Moderate(ports, secrets,
                        Preparation.rewriting(links, table.sentIds(), table.postNumbers()), InstantSource.system()),
                new Supervise(ports.lists(), ports.posts(),
                        new Plan(ports.lists(), ports.posts(), ports.ranges(), ports.queue()), tell(ports, secrets),
                        InstantSource.system()),
                Pages.load(), ModerationPages.load());
    }

    private static Tell tell(Receive.Ports ports, Receive.Secrets secrets) {
        return new Tell(ports.posts(), ports.ranges(), ports.subscribers(),
                new Tell.Way(ports.notices(), ports.limits(),
                        new CancelLinks(secrets.ids(), secrets.links())),
                InstantSource.system());
    }
}
