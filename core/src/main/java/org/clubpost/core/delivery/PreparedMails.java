package org.clubpost.core.delivery;

import org.clubpost.core.list.MailingList;
import org.clubpost.core.store.MailKey;

/**
 * Opens prepared mails. Keeps the latest ones in memory, so that the ranges of one post share one. Safe for use by many
 * threads.
 */
public interface PreparedMails {

    /**
     * Opens the prepared mail.
     *
     * @param list the list, for the links in the mail
     * @param key where it lies
     * @throws org.clubpost.core.UnavailableException safe to repeat
     * @throws IllegalStateException when nothing lies there, or something that this version cannot read
     */
    PreparedMail open(MailingList list, MailKey key);
}
