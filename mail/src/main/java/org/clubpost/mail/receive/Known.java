package org.clubpost.mail.receive;

import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Surroundings;

/** What the ports know of lists, members and earlier mails. */
record Known(Reception.Stores stores, SubscriberIds ids, InstantSource clock) implements Surroundings {

    @Override
    public boolean isList(ListId id) {
        return stores.lists().find(id).isPresent();
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress address) {
        return stores.subscribers().find(list.id(), ids.of(address))
                .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed).isPresent();
    }

    @Override
    public Sight sight(Incoming mail) {
        return new Recognition(stores, clock).sight(mail);
    }
}
