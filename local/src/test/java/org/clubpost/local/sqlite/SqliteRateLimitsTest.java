package org.clubpost.local.sqlite;

import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimitsContract;

class SqliteRateLimitsTest implements RateLimitsContract {

    @Override
    public RateLimits testee() {
        return SampleDatabase.shared().rateLimits();
    }
}
