package org.clubpost.mail.receive;

import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Surroundings;

/** What the ports know of lists, members and earlier mails. */
record Known(Reception.Stores stores, Secrets secrets, InstantSource clock) implements Surroundings {

    @Override
    public boolean isOurs(MailingList list, EmailAddress address) {
        return ListAddress.find(address, list.domain(), stores.lists()).isPresent();
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress address) {
        return member(list, address).isPresent();
    }

    @Override
    public boolean isMember(MailingList list, GroupName group, EmailAddress address) {
        return member(list, address).filter(member -> member.groups().contains(group)).isPresent();
    }

    private Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address) {
        return stores.subscribers().find(list.id(), secrets.ids().of(address)).map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast);
    }

    @Override
    public PublicLinks links() {
        return secrets.links();
    }

    @Override
    public Sight sight(Incoming mail) {
        return new Recognition(stores, clock).sight(mail);
    }
}
