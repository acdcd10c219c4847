package org.clubpost.mail.rule;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.incoming.Incoming;

/** What the rules have to know beyond the mail and its list. */
public interface Surroundings {

    /** Whether there is a list of that name in this installation. */
    boolean isList(ListId id);

    /** Whether the address is a confirmed member of the list. */
    boolean isMember(MailingList list, EmailAddress address);

    /**
     * Whether the list has relayed the same mail before, as another post. Asked last, when the mail would go out: it
     * then counts as relayed.
     */
    boolean isRepeated(Incoming mail);
}
