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
     * Asks whether the membership is to end, and shows the way to pause instead.
     *
     * @param settings the token of the link to the member's settings
     * @param pressed the name of the field by which the button can be told from a one-click request
     */
    public String question(Locale language, MailingList list, EmailAddress address, String token, String settings,
            String pressed) {
        var words = site.words(language);
        return new Question(site, words, "leave", list, address).posting("/unsubscribe", token).pressed(pressed)
                .other("/manage?token=" + settings, words.text("leave.pause")).page();
    }

    /**
     * The membership ended. It says that a mail with the way back is coming, and shows the form to join; the link back
     * itself goes only to the address of whoever left.
     */
    public String left(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "left", list).withSignUp("left", list).page();
    }
}
