package org.clubpost.aws.dynamodb;

import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimitsContract;

class DynamoRateLimitsIT implements RateLimitsContract {

    @Override
    public RateLimits testee() {
        return EmbeddedTable.ports().rateLimits();
    }
}
