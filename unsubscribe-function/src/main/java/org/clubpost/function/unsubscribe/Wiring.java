package org.clubpost.function.unsubscribe;

import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.site.Pages;

/**
 * What the functions are made of in the cloud.
 *
 * @param unsubscribe the use case behind the links to leave
 * @param manage the use case behind the links to the settings
 * @param pages the pages
 */
record Wiring(Unsubscribe unsubscribe, Manage manage, Pages pages) {

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
        var tokens = new MembershipTokens(environment.secrets().signing());
        return new Wiring(new Unsubscribe(table.lists(), table.subscribers(), tokens),
                new Manage(table.lists(), table.subscribers(), tokens), Pages.load());
    }
}
