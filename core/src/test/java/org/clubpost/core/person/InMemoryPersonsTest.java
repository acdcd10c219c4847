package org.clubpost.core.person;

final class InMemoryPersonsTest implements PersonsContract {

    private final Persons testee = new InMemoryPersons();

    @Override
    public Persons testee() {
        return testee;
    }
}
