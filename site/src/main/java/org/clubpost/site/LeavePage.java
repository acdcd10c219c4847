package org.clubpost.site;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** The page on which a member leaves, and what its button leads to. */
public final class LeavePage {

    private final Site site;

    /** In the words of that site. */
    public LeavePage(Site site) {
        this.site = site;
    }

    /**
     * Asks whether the membership is to end.
     *
     * @param pressed the name of the field by which the button can be told from a one-click request
     */
    public String question(Locale language, MailingList list, EmailAddress address, String token, String pressed) {
        return new Question(site, site.words(language), "leave", list, address).posting("/unsubscribe", token)
                .pressed(pressed).page();
    }

    /** The membership ended; shows the way back. */
    public String left(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "left", list).withSignUp("left", list).page();
    }
}
