package org.clubpost.site;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** The page behind the link in a goodbye mail, and what its button leads to. */
public final class ComeBackPage {

    private final Site site;

    /** In the words of that site. */
    public ComeBackPage(Site site) {
        this.site = site;
    }

    /**
     * Asks whether the leave is to be undone.
     *
     * @param pressed the name of the field that only the button posts
     */
    public String question(Locale language, MailingList list, EmailAddress address, String token, String pressed) {
        return new Question(site, site.words(language), "comeback", list, address).posting("/unsubscribe", token)
                .pressed(pressed).page();
    }

    /** The leave is undone. */
    public String back(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "back", list).page();
    }

    /** There was nothing to undo: the person is a member. */
    public String member(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "backbefore", list).page();
    }

    /** The link leads back no more; shows another way. */
    public String tooLate(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "backtoolate", list).withSignUp("backtoolate", list).page();
    }
}
