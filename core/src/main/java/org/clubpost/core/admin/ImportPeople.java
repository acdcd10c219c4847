package org.clubpost.core.admin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Forecast;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;

/**
 * Brings in the people of a table: first a look at what would happen, then one part after the other, so that it can be seen
 * how far it is. The log has one entry for all of it, by which it goes on after it died and by which {@link UndoImport}
 * undoes it.
 */
public final class ImportPeople {

    private final KeepMembers keep;
    private final Subscribers subscribers;
    private final SubscriberIds ids;

    /**
     * How far it is.
     *
     * @param entry the entry of the log
     * @param tally what has come of it until now
     * @param all how many people there are
     */
    public record Progress(EntryId entry, Membership.Tally tally, int all) {

        /** How many are through. */
        public int done() {
            return tally.added() + tally.alreadyMembers() + tally.notBroughtBack();
        }

        /** Whether all are. */
        public boolean isOver() {
            return done() >= all;
        }
    }

    /**
     * @param keep brings them in; it says whether they are told so by mail
     */
    public ImportPeople(KeepMembers keep, Subscribers subscribers, SubscriberIds ids) {
        this.keep = keep;
        this.subscribers = subscribers;
        this.ids = ids;
    }

    /** The people of a table: each once, in the groups of every mention, in the order in which a store keeps them. */
    public static List<Newcomer> inOrder(Collection<Newcomer> people, SubscriberIds ids) {
        var all = new TreeMap<SubscriberId, Newcomer>();
        people.forEach(each -> all.merge(ids.of(each.address()), each, ImportPeople::both));
        return List.copyOf(all.values());
    }

    private static Newcomer both(Newcomer first, Newcomer again) {
        var groups = new HashSet<>(first.groups());
        groups.addAll(again.groups());
        return new Newcomer(first.address(), first.name(), groups);
    }

    /** Says what would happen. Changes nothing. */
    public Answer<Forecast> look(Actor actor, MailingList list, Collection<Newcomer> people) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS,
                () -> Forecast.of(subscribers, ids, list, people));
    }

    /**
     * Begins, and brings nobody in yet.
     *
     * @param reason why the actor may; kept with each as the record of consent
     * @param people {@linkplain #inOrder in order}
     */
    public Answer<Progress> begin(Actor actor, MailingList list, String reason, List<Newcomer> people) {
        return switch (keep.bringIn(actor, list, reason)) {
            case Answer.Allowed<KeepMembers.Import>(var begun) ->
                new Answer.Allowed<>(new Progress(begun.id(), begun.tally(), people.size()));
            case Answer.Denied<KeepMembers.Import>(var missing) -> new Answer.Denied<>(missing);
        };
    }

    /**
     * Brings the next ones in. May be repeated, also with the same people after it died.
     *
     * @param entry which import
     * @param people all of them, as it was begun with
     * @param most how many at most
     * @return empty when there is no such import, or it is undone
     */
    public Answer<Optional<Progress>> step(Actor actor, MailingList list, EntryId entry, List<Newcomer> people,
            int most) {
        return switch (keep.goOn(actor, list, entry)) {
            case Answer.Allowed<Optional<KeepMembers.Import>>(var begun) ->
                new Answer.Allowed<>(begun.map(going -> step(going, people, most)));
            case Answer.Denied<Optional<KeepMembers.Import>>(var missing) -> new Answer.Denied<>(missing);
        };
    }

    private static Progress step(KeepMembers.Import going, List<Newcomer> people, int most) {
        var from = Math.min(new Progress(going.id(), going.tally(), people.size()).done(), people.size());
        var tally = going.tally().plus(going.add(people.subList(from, Math.min(from + most, people.size()))));
        going.end(tally);
        return new Progress(going.id(), tally, people.size());
    }
}
