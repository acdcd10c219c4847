package org.clubpost.core.subscription;

class InMemoryAddressChangesTest implements AddressChangesContract {

    private final AddressChanges changes = new InMemoryAddressChanges();

    @Override
    public AddressChanges testee() {
        return changes;
    }
}
