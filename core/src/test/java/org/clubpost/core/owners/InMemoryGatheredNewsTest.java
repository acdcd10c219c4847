package org.clubpost.core.owners;

class InMemoryGatheredNewsTest implements GatheredNewsContract {

    private final InMemoryGatheredNews news = new InMemoryGatheredNews();

    @Override
    public GatheredNews testee() {
        return news;
    }
}
