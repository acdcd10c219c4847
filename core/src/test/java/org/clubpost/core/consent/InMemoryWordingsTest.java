package org.clubpost.core.consent;

final class InMemoryWordingsTest implements WordingsContract {

    private final Wordings testee = new InMemoryWordings();

    @Override
    public Wordings testee() {
        return testee;
    }
}
