package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimitsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoRateLimitsIT implements RateLimitsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public RateLimits testee() {
        return table.ports().rateLimits();
    }
}
