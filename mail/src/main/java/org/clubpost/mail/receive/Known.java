package org.clubpost.mail.receive;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Surroundings;

/** What the ports know of lists, members and earlier mails. */
record Known(Reception.Stores stores, SubscriberIds ids, InstantSource clock) implements Surroundings {

    /**
     * A mail that comes round again does so within minutes. Somebody who sends a mail again on purpose does so within
     * days.
     */
    private static final Duration MEMORY = Duration.ofDays(7);

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
        return stores.subscribers().find(list.id(), ids.of(address)).map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast);
    }

    /**
     * A mail with neither a Message-ID nor a Date has nothing by which it could be recognized, so it never counts as
     * repeated.
     */
    @Override
    public boolean isRepeated(Incoming mail) {
        if (!mail.own().has("Message-ID") && !mail.own().has("Date")) {
            return false;
        }
        var now = clock.instant();
        return !stores.seen().first(mail.list().id(), Fingerprint.of(mail), mail.post(), now, now.plus(MEMORY))
                .equals(mail.post());
    }
}
