package org.clubpost.mail.rule;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.incoming.Incoming;

/** What the rules have to know beyond the mail and its list. */
public interface Surroundings {

    /** Whether the address is one of another list in the domain of that list. */
    boolean isOurs(MailingList list, EmailAddress address);

    /** Whether the address is a confirmed member of the list. */
    boolean isMember(MailingList list, EmailAddress address);

    /** Whether the address is a confirmed member of the list and in that group. */
    boolean isMember(MailingList list, GroupName group, EmailAddress address);

    /**
     * Whether the list has relayed the same mail before, as another post. Asked last, when the mail would go out: it
     * then counts as relayed.
     */
    boolean isRepeated(Incoming mail);
}
