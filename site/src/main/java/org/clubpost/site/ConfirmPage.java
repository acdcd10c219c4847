package org.clubpost.site;

import java.util.Locale;
import java.util.Map;
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
        return new Question(site, words, list.signUp().needsApproval() ? "confirm-approval" : "confirm", list, address)
                .posting("/confirm", token).focused()
                .small(consent.words(language, list))
                .other("/withdraw?token=" + token, words.text("confirm.withdraw")).page();
    }

    /** Just confirmed. */
    public String joined(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "joined", list).page();
    }

    /** Just confirmed, and the owners decide. */
    public String applied(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "applied", list).page();
    }

    /** Confirmed before, and the owners have not decided. */
    public String alreadyApplied(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "applied-before", list).page();
    }

    /** Confirmed before. */
    public String alreadyJoined(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "already", list).page();
    }

    /**
     * The time of the link is over: a button that has a fresh one sent.
     *
     * @param pressed the name of the field that only the button posts
     */
    public String expired(Locale language, MailingList list, EmailAddress address, String token, String pressed) {
        var words = site.words(language);
        return new Question(site, words, "expired", list, address).posting("/confirm", token)
                .pressed(pressed).focused().other("/withdraw?token=" + token, words.text("confirm.withdraw")).page();
    }

    /** A mail with a fresh link is on its way. */
    public String sentAgain(Locale language, MailingList list, EmailAddress address) {
        return Message.named(site, site.words(language), "sentagain",
                Map.of("list", list.profile().name(), "address", address.masked())).of(list).page();
    }

    /** There is no request for the link, or none that a fresh one is sent for; shows the way to ask again. */
    public String gone(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "gone", list).withSignUp("gone", list).page();
    }
}
