package org.clubpost.core.outbox;

final class InMemorySharedRateTest implements SharedRateContract {

    private final InMemorySharedRate rate = new InMemorySharedRate();

    @Override
    public SharedRate testee() {
        return rate;
    }
}
