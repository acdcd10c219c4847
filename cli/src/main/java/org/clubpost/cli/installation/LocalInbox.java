package org.clubpost.cli.installation;

import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.local.LocalData;

/**
 * The inbox on this machine. The service alone takes mails in, one after the other; here it is only noted which it
 * shall look at.
 *
 * @param data the open data directory
 */
record LocalInbox(LocalData data) implements Inbox {

    @Override
    public MailStore mails() {
        return data.mails();
    }

    @Override
    public boolean takesInByItself() {
        return false;
    }

    @Override
    public Answer takeIn(MailKey mail) {
        data.takeIn(mail);
        return Answer.HANDED_ON;
    }
}
