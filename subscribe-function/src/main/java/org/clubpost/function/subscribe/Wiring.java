package org.clubpost.function.subscribe;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.Letters;
import org.clubpost.site.Pages;

/**
 * What the function is made of in the cloud.
 *
 * @param subscribe the use case
 * @param pages the pages
 */
record Wiring(Subscribe subscribe, Pages pages) {

    /** API Gateway gives up on a function after 30 seconds, so SES must have answered well before. */
    private static final Duration SES_ANSWERS_WITHIN = Duration.ofSeconds(15);

    /**
     * From the environment of this process.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    static Wiring ofProcess() {
        return from(Environment.ofProcess());
    }

    /**
     * @throws IllegalStateException when the environment lacks something; names it
     */
    static Wiring from(Environment environment) {
        var secrets = environment.secrets();
        var random = new SecureRandom();
        var table = new DynamoTable(AwsClients.dynamoDb(), environment.table());
        var outbox = new SesOutbox(AwsClients.ses(),
                new SesOutbox.Settings(environment.configurationSet(), SES_ANSWERS_WITHIN));
        var notices = new CommonsEmailNotices(outbox, Letters.load(), InstantSource.system(), random);
        var links = new PublicLinks(environment.publicUrl(), new MembershipTokens(secrets.signing()));
        return new Wiring(new Subscribe(table.lists(), table.subscribers(), table.rateLimits(), notices,
                new SubscriberIds(secrets.installation()), links, random), Pages.load());
    }
}
