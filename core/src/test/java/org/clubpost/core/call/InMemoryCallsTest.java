package org.clubpost.core.call;

class InMemoryCallsTest implements CallsContract {

    private final Calls calls = new InMemoryCalls();

    @Override
    public Calls testee() {
        return calls;
    }
}
