package org.clubpost.core.store;

import org.clubpost.core.FixedClock;

final class InMemoryMailStoreTest implements MailStoreContract {

    private final MailStore store = new InMemoryMailStore(new FixedClock());

    @Override
    public MailStore testee() {
        return store;
    }
}
