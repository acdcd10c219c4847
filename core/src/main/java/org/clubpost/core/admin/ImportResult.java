package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Membership.Newcomer;

/**
 * Says what became of everybody in a table that was brought in, as the list is now: the store has no record of who stood
 * in a table.
 *
 * @param subscribers who is on the lists
 * @param log has the imports
 * @param ids tell people apart
 * @param clock the time
 */
public record ImportResult(Subscribers subscribers, ActLog log, SubscriberIds ids, InstantSource clock) {

    /** For so few each is looked for; for more all subscribers of the list are read through once. */
    private static final int FEW = 1_000;

    /** What became of somebody. */
    public enum What {
        /** A member by this import. */
        ADDED,
        /** A member, and was one before it. */
        MEMBER,
        /** Left, or was taken off, and was not brought back. */
        AWAY,
        /** No member. */
        NOT_ADDED
    }

    /**
     * What became of each.
     *
     * @param entry which import
     * @param people who stood in the table
     * @return empty when there is no such import
     */
    public Answer<Optional<Map<SubscriberId, What>>> of(Actor actor, MailingList list, EntryId entry,
            Collection<Newcomer> people) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS,
                () -> log.find(list.id(), entry, clock.instant())
                        .filter(found -> found.act() == Act.MEMBERS_IMPORTED)
                        .map(found -> of(list, found, people)));
    }

    private Map<SubscriberId, What> of(MailingList list, LogEntry entry, Collection<Newcomer> people) {
        var became = new HashMap<SubscriberId, What>(people.stream().map(each -> ids.of(each.address())).distinct()
                .collect(Collectors.toMap(id -> id, _ -> What.NOT_ADDED)));
        if (became.size() > FEW) {
            try (var all = subscribers.all(list.id())) {
                all.forEach(known -> became.computeIfPresent(known.id(), (_, _) -> what(known, entry)));
            }
        } else {
            became.replaceAll((id, none) -> subscribers.find(list.id(), id).map(Stored::subscriber)
                    .map(known -> what(known, entry)).orElse(none));
        }
        return became;
    }

    private static What what(Subscriber subscriber, LogEntry entry) {
        return switch (subscriber) {
            case Subscriber.Confirmed _ -> UndoImport.isOf(subscriber, entry) ? What.ADDED : What.MEMBER;
            case Subscriber.Gone _ -> What.AWAY;
            case Subscriber.Pending _,Subscriber.Applied _ -> What.NOT_ADDED;
        };
    }
}
