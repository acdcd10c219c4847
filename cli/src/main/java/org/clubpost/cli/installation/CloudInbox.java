package org.clubpost.cli.installation;

import org.clubpost.cli.cloud.ReceiveFunction;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;

/**
 * The inbox of a stack: its bucket, and its function.
 *
 * @param mails the bucket
 * @param function takes mails in
 */
record CloudInbox(MailStore mails, ReceiveFunction function) implements Inbox {

    @Override
    public boolean takesInByItself() {
        return true;
    }

    @Override
    public Answer takeIn(MailKey mail) {
        return function.takeIn(mail) ? Answer.TAKEN_IN : Answer.FAILED;
    }
}
