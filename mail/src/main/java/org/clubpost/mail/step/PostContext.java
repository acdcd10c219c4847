package org.clubpost.mail.step;

import java.util.Map;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.text.ListTexts;

/**
 * What the steps know besides the mail.
 *
 * @param list the list that the post goes to
 * @param links where the list's pages are
 * @param originals of the copies that the mail refers to, which posts they were copies of: Message-IDs without angle brackets
 */
public record PostContext(MailingList list, PublicLinks links, Map<String, String> originals) {

    /** Copies the map. */
    public PostContext {
        originals = Map.copyOf(originals);
    }

    /** A context in which no copy is remembered. */
    public PostContext(MailingList list, PublicLinks links) {
        this(list, links, Map.of());
    }

    /** The words of the list's language. */
    ListTexts texts() {
        return ListTexts.of(list.profile().language());
    }
}
