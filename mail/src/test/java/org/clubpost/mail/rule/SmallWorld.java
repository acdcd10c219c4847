package org.clubpost.mail.rule;

import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.Mails;
import org.clubpost.mail.incoming.Incoming;

/**
 * A world with the lists news and board.
 *
 * @param members the compared addresses of the members of news
 * @param repeats whether every mail came before
 */
public record SmallWorld(Set<String> members, boolean repeats) implements Surroundings {

    @Override
    public boolean isOurs(MailingList list, EmailAddress address) {
        return address.domain().equals(list.domain()) && Set.of("news", "board").contains(address.localPart());
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress address) {
        return list.id().value().equals("news") && members.contains(address.compared());
    }

    @Override
    public boolean isMember(MailingList list, GroupName group, EmailAddress address) {
        return isMember(list, address) && address.localPart().startsWith(group.value());
    }

    @Override
    public PublicLinks links() {
        return Mails.context().links();
    }

    @Override
    public Sight sight(Incoming mail) {
        return repeats ? Sight.REPEATED : Sight.NEW;
    }

    @Override
    public boolean saidToday(Incoming mail, String words) {
        return false;
    }
}
