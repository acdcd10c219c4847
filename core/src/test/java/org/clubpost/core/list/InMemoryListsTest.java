package org.clubpost.core.list;

final class InMemoryListsTest implements ListsContract {

    private final Lists lists = new InMemoryLists();

    @Override
    public Lists testee() {
        return lists;
    }
}
