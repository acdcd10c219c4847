package org.clubpost.mail.receive;

import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.post.SentIds;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;

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

    /**
     * The one that goes out: all steps of {@link org.clubpost.mail.step}, compiled.
     *
     * @param links makes the links
     * @param sentIds knows the ids of earlier copies, which replies refer to
     */
    static Preparation rewriting(PublicLinks links, SentIds sentIds) {
        var rewriting = new ListPreparation(links, sentIds);
        return (list, mail) -> rewriting.prepare(list, mail).stored();
    }
}
