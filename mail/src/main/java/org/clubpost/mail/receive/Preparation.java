package org.clubpost.mail.receive;

import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.Prepare;
import org.clubpost.mail.step.PostContext;

/** Rewrites a mail once for the whole list. Safe for use by many threads. */
@FunctionalInterface
public interface Preparation {

    /**
     * The prepared mail, as it is stored and as the members' copies are later made from it.
     *
     * @param list the list
     * @param mail the mail as it came, with the receiving side's block on top
     */
    MailContent prepare(MailingList list, Octets mail);

    /** The one that goes out: all steps of {@link org.clubpost.mail.step}, compiled. */
    static Preparation rewriting(PublicLinks links) {
        return (list, mail) -> Prepare.prepare(mail, new PostContext(list, links)).stored();
    }
}
