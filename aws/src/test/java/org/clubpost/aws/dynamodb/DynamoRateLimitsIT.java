package org.clubpost.aws.dynamodb;

import org.clubpost.core.subscription.RateLimits;
import org.clubpost.core.subscription.RateLimitsContract;

class DynamoRateLimitsIT implements RateLimitsContract {

    @Override
    public RateLimits testee() {
        return EmbeddedTable.ports().rateLimits();
    }
}
