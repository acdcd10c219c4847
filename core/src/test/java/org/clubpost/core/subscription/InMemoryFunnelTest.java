package org.clubpost.core.subscription;

/** Holds the one in memory to the contract. */
final class InMemoryFunnelTest implements FunnelContract {

    private final InMemoryFunnel testee = new InMemoryFunnel();

    @Override
    public Funnel testee() {
        return testee;
    }
}
