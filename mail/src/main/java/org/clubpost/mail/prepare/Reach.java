package org.clubpost.mail.prepare;

import java.util.Optional;
import java.util.function.BiFunction;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** Says whom a list's copies reach. Whoever is reached so need not be named in Cc. */
@FunctionalInterface
public interface Reach {

    /** Reaches nobody, as far as is known. */
    Reach NOBODY = (_, _, _) -> false;

    /**
     * Whether a later post for the same members reaches that address, too.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean reaches(MailingList list, Audience audience, EmailAddress address);

    /** Reaches the members of the audience, but for those who pause. */
    static Reach of(Subscribers subscribers, SubscriberIds ids) {
        return of((list, address) -> subscribers.find(list.id(), ids.of(address)).map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast));
    }

    /** The same, with members who are found in another way. */
    static Reach of(BiFunction<MailingList, EmailAddress, Optional<Subscriber.Confirmed>> members) {
        return (list, audience, address) -> members.apply(list, address)
                .filter(member -> member.settings().pausedUntil().isEmpty() && isFor(audience, member)).isPresent();
    }

    private static boolean isFor(Audience audience, Subscriber.Confirmed member) {
        return switch (audience) {
            case Audience.Everyone _ -> true;
            case Audience.InGroups(var groups) -> member.groups().stream().anyMatch(groups::contains);
        };
    }
}
