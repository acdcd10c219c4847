package org.clubpost.core.subscription;

final class InMemorySignUpRequestsTest implements SignUpRequestsContract {

    private final InMemorySignUpRequests requests = new InMemorySignUpRequests();

    @Override
    public SignUpRequests testee() {
        return requests;
    }
}
