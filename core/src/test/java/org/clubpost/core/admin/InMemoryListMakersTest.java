package org.clubpost.core.admin;

final class InMemoryListMakersTest implements ListMakersContract {

    private final ListMakers makers = new InMemoryListMakers();

    @Override
    public ListMakers testee() {
        return makers;
    }
}
