package org.clubpost.function.unsubscribe;

import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.site.Pages;

/**
 * What the function is made of in the cloud.
 *
 * @param unsubscribe the use case
 * @param pages the pages
 */
record Wiring(Unsubscribe unsubscribe, Pages pages) {

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
        return new Wiring(new Unsubscribe(table.lists(), table.subscribers(),
                new MembershipTokens(environment.secrets().signing())), Pages.load());
    }
}
