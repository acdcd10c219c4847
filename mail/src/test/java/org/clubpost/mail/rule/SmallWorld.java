package org.clubpost.mail.rule;

import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.incoming.Incoming;

/**
 * A world with the lists news and board.
 *
 * @param members the compared addresses of the members of news
 * @param repeats whether every mail came before
 */
public record SmallWorld(Set<String> members, boolean repeats) implements Surroundings {

    @Override
    public boolean isList(ListId id) {
        return Set.of("news", "board").contains(id.value());
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress address) {
        return list.id().value().equals("news") && members.contains(address.compared());
    }

    @Override
    public Sight sight(Incoming mail) {
        return repeats ? Sight.REPEATED : Sight.NEW;
    }
}
