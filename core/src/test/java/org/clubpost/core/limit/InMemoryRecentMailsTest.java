package org.clubpost.core.limit;

final class InMemoryRecentMailsTest implements RecentMailsContract {

    private final InMemoryRecentMails mails = new InMemoryRecentMails();

    @Override
    public RecentMails testee() {
        return mails;
    }
}
