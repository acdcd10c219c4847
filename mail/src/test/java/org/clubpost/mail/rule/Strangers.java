package org.clubpost.mail.rule;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.Mails;
import org.clubpost.mail.incoming.Incoming;

/** Surroundings in which nobody is known: there is no other list, nobody is a member, and no mail came before. */
public record Strangers() implements Surroundings {

    @Override
    public boolean isOurs(MailingList list, EmailAddress address) {
        return false;
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress address) {
        return false;
    }

    @Override
    public boolean isMember(MailingList list, GroupName group, EmailAddress address) {
        return false;
    }

    @Override
    public PublicLinks links() {
        return Mails.context().links();
    }

    @Override
    public Sight sight(Incoming mail) {
        return Sight.NEW;
    }

    @Override
    public boolean saidToday(Incoming mail, String words) {
        return false;
    }
}
