package org.clubpost.core.person;

final class InMemorySignInsTest implements SignInsContract {

    private final SignIns testee = new InMemorySignIns();

    @Override
    public SignIns testee() {
        return testee;
    }
}
