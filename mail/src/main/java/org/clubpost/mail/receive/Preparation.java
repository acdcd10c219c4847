package org.clubpost.mail.receive;

import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.mail.mime.Entity;

/** Rewrites a mail once for the whole list. Safe for use by many threads. */
@FunctionalInterface
public interface Preparation {

    /**
     * The prepared mail, as it is stored and as the members' copies are later made from it.
     *
     * @param list the list
     * @param mail the mail as it came, with the receiving side's block on top
     */
    MailContent prepare(MailingList list, Entity mail);
}
