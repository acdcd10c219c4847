package org.clubpost.function.confirm;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.notices.CommonsEmailNotices;
import org.clubpost.site.Letters;
import org.clubpost.site.Pages;

/**
 * What the function is made of in the cloud.
 *
 * @param confirm the use case
 * @param pages the pages
 */
record Wiring(Confirm confirm, Pages pages) {

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
        var table = new DynamoTable(AwsClients.dynamoDb(), environment.table());
        var outbox = new SesOutbox(AwsClients.ses(),
                new SesOutbox.Settings(environment.configurationSet(), SES_ANSWERS_WITHIN));
        var notices = new CommonsEmailNotices(outbox, Letters.load(), InstantSource.system(), new SecureRandom());
        var links = new PublicLinks(environment.publicUrl(), new MembershipTokens(environment.secrets().signing()));
        return new Wiring(new Confirm(table.lists(), table.subscribers(), notices, links), Pages.load());
    }
}
