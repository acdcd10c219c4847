package org.clubpost.site;

import java.util.Locale;
import org.clubpost.core.list.MailingList;

/** What is shown when a member's link, to leave or to the settings, leads to no membership. */
public final class NonMemberPage {

    private final Site site;

    /** In the words of that site. */
    public NonMemberPage(Site site) {
        this.site = site;
    }

    /** The membership had ended before; shows the way back. */
    public String notMember(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "notmember", list).withSignUp("notmember", list).withNoMail()
                .page();
    }

    /** The short link fits nobody: the membership ended, or the link was changed. Does not say which: nobody knows. */
    public String unfitting(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "unfitting", list).withSignUp("notmember", list).withNoMail()
                .page();
    }

    /** The link is not one of ours. Anyone who has it is a member already and needs no advice on joining. */
    public String forged(Locale language) {
        return Message.named(site, site.words(language), "unreadable").withNoMail().page();
    }
}
