package org.clubpost.site;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** The page behind the link in the confirmation mail, and what its button leads to. */
public final class ConfirmPage {

    private final Site site;
    private final ConsentText consent;

    /** In the words of that site. */
    public ConfirmPage(Site site) {
        this.site = site;
        this.consent = new ConsentText(site);
    }

    /** One last step: the button that confirms. */
    public String question(Locale language, MailingList list, EmailAddress address, String token) {
        var words = site.words(language);
        return new Question(site, words, "confirm", list, address).posting("/confirm", token)
                .small(consent.words(language, list))
                .other("/withdraw?token=" + token, words.text("confirm.withdraw")).page();
    }

    /** Just confirmed. */
    public String joined(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "joined", list).page();
    }

    /** Confirmed before. */
    public String alreadyJoined(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "already", list).page();
    }

    /** The link is too old or was withdrawn; shows the way to ask again. */
    public String gone(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "gone", list).withSignUp("gone", list).page();
    }
}
