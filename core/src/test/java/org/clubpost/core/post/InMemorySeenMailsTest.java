package org.clubpost.core.post;

class InMemorySeenMailsTest implements SeenMailsContract {

    private final SeenMails seen = new InMemorySeenMails();

    @Override
    public SeenMails testee() {
        return seen;
    }
}
