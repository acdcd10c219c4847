package org.clubpost.mail.step;

import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.text.ListTexts;

/**
 * What the steps know besides the mail.
 *
 * @param list the list that the post goes to
 * @param links where the list's pages are
 */
public record PostContext(MailingList list, PublicLinks links) {

    /** The words of the list's language. */
    ListTexts texts() {
        return ListTexts.of(list.profile().language());
    }
}
