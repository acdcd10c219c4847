package org.clubpost.core.subscription;

final class InMemoryRateLimitsTest implements RateLimitsContract {

    private final RateLimits limits = new InMemoryRateLimits();

    @Override
    public RateLimits testee() {
        return limits;
    }
}
