package org.clubpost.core.subscription;

import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Which lists a person is a member of. It asks each list, because only that is sure to be right at the moment.
 *
 * @param lists the lists
 * @param subscribers who is on them
 */
public record Memberships(Lists lists, Subscribers subscribers) {

    /**
     * A membership.
     *
     * @param list the list
     * @param member the member
     */
    public record Of(MailingList list, Subscriber.Confirmed member) {}

    /**
     * The memberships of whoever has that key, or had it before they changed their address, by the names of the lists.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public List<Of> of(SubscriberId person) {
        var forwarding = new Forwarding(subscribers);
        return lists.all().stream()
                .flatMap(list -> forwarding.member(list.id(), person).map(member -> new Of(list, member)).stream())
                .sorted((one, other) -> one.list().profile().name()
                        .compareToIgnoreCase(other.list().profile().name()))
                .toList();
    }

    /**
     * Somebody who was a member.
     *
     * @param list the list
     * @param person the person, as that list knows them
     */
    public record Former(MailingList list, Person person) {}

    /**
     * The lists that still know somebody who was a member there, whose key that is, by the names of the lists.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public List<Former> former(SubscriberId person) {
        return lists.all().stream()
                .flatMap(list -> subscribers.find(list.id(), person).flatMap(found -> found.subscriber().ended())
                        .flatMap(Subscriber::whom).map(known -> new Former(list, known)).stream())
                .sorted((one, other) -> one.list().profile().name()
                        .compareToIgnoreCase(other.list().profile().name()))
                .toList();
    }

    /** The lists that are offered to everybody, and that person is not a member of, by their names. */
    public List<MailingList> openTo(SubscriberId person) {
        var known = of(person).stream().map(each -> each.list().id()).toList();
        return offered().filter(list -> !known.contains(list.id())).toList();
    }

    /** The lists that are offered to everybody, by their names. */
    Stream<MailingList> offered() {
        return lists.all().stream().filter(list -> list.signUp().isOffered())
                .sorted((one, other) -> one.profile().name().compareToIgnoreCase(other.profile().name()));
    }
}
