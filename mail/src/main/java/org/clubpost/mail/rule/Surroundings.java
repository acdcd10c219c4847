package org.clubpost.mail.rule;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
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

    /** Knows the tokens of our links. */
    PublicLinks links();

    /**
     * Whether the same mail came to the list before, as another post. Asked last, when the mail would go out: it then
     * counts as seen, from the moment on when it is taken in.
     *
     * @throws org.clubpost.core.UnavailableException while the other post is being taken in, because it may yet fail;
     *         safe to repeat
     */
    Sight sight(Incoming mail);

    /**
     * Whether the author of this mail wrote the same words to the list within the last day, in another mail that was
     * taken in. Asked when the mail would go out: the words then count as written.
     *
     * @param words stand for the words: hexadecimal digits of a hash
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean saidToday(Incoming mail, String words);

    /** Whether a mail was seen before. */
    enum Sight {
        /** It was not. */
        NEW,
        /** It was, as another mail in the store: somebody sent it twice. */
        REPEATED,
        /** It was, as the same mail in the store: it was stored again, and nobody sent anything twice. */
        STORED_AGAIN
    }
}
