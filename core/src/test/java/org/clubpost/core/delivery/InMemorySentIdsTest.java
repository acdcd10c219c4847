package org.clubpost.core.delivery;

final class InMemorySentIdsTest implements SentIdsContract {

    private final SentIds ids = new InMemorySentIds();

    @Override
    public SentIds testee() {
        return ids;
    }
}
