package org.clubpost.core.limit;

final class InMemoryRateLimitsTest implements RateLimitsContract {

    private final RateLimits limits = new InMemoryRateLimits();

    @Override
    public RateLimits testee() {
        return limits;
    }
}
