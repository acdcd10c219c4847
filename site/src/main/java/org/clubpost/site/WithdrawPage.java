package org.clubpost.site;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** The page on which a request to join is withdrawn, and what its button leads to. */
public final class WithdrawPage {

    private final Site site;

    /** In the words of that site. */
    public WithdrawPage(Site site) {
        this.site = site;
    }

    /** Asks whether the request is to be removed. */
    public String question(Locale language, MailingList list, EmailAddress address, String token) {
        var words = site.words(language);
        return new Question(site, words, "withdraw", list, address).posting("/withdraw", token)
                .other("/confirm?token=" + token, words.text("withdraw.confirm")).page();
    }

    /** The request was withdrawn. */
    public String withdrawn(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "withdrawn", list).page();
    }
}
