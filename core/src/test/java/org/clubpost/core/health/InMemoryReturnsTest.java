package org.clubpost.core.health;

class InMemoryReturnsTest implements ReturnsContract {

    private final Returns returns = new InMemoryReturns();

    @Override
    public Returns testee() {
        return returns;
    }
}
