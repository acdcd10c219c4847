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
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Sweep;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.Letters;
import org.clubpost.site.ModerationPages;
import org.clubpost.site.Pages;

/**
 * What the functions are made of in the cloud.
 *
 * @param moderate the use case of the links
 * @param sweep the use case of the schedule that looks after posts that wait
 * @param supervise the use case of the schedule that looks after posts that go out
 * @param pages the pages that all functions have
 * @param moderation the pages of this one
 */
record Wiring(Moderate moderate, Sweep sweep, Supervise supervise, Pages pages, ModerationPages moderation) {

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
        var clock = InstantSource.system();
        var random = new SecureRandom();
        var table = new DynamoTable(AwsClients.dynamoDb(), environment.table());
        var links = new PublicLinks(environment.publicUrl(), new MembershipTokens(environment.secrets().signing()));
        var outbox = new SesOutbox(AwsClients.ses(),
                new SesOutbox.Settings(environment.configurationSet(), SES_ANSWERS_WITHIN));
        var secrets = new Secrets(new SubscriberIds(environment.secrets().installation()), links, random);
        var people = new Tell.Way(new CommonsEmailNotices(outbox, Letters.load(), clock, random), table.rateLimits(),
                new CancelLinks(secrets.ids(), links));
        var stores = new Reception.Stores(table.lists(), table.subscribers(), table.posts(),
                new S3MailStore(AwsClients.s3(), environment.bucket()), table.seenMails());
        var ways = new Reception.Ways(
                new Plan(table.lists(), table.posts(), table.ranges(),
                        new SqsDeliveryQueue(AwsClients.sqs(), environment.queueUrl())),
                new Tell(table.posts(), table.ranges(), table.subscribers(), people, clock), people);
        var reception = new Reception(stores, ways, secrets,
                Preparation.rewriting(links, table.sentIds(), table.postNumbers()), clock);
        return new Wiring(reception.moderate(new Control(table.posts(), table.ranges(), clock)), reception.sweep(),
                new Supervise(table.lists(), table.posts(), ways.plan(), ways.tell(), clock), Pages.load(),
                ModerationPages.load());
    }
}
