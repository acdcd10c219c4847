package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * What an owner may do with members: bring them in on the owner's word, change what is known of them, and take them
 * out.
 */
public final class Membership {

    private final Subscribers subscribers;
    private final SubscriberIds ids;
    private final Telling telling;
    private final boolean isResumed;

    /** Whether those who are brought in get a mail that says so, and how to leave. */
    public enum Telling {
        /** Everybody who becomes a member gets one, and never another one. It is recorded with the membership. */
        NEWCOMERS,
        /** Nobody gets one. */
        NOBODY
    }

    /**
     * Somebody to bring in.
     *
     * @param address the address
     * @param name the name, or none
     * @param groups the groups to be in, besides that of the address's domain
     */
    public record Newcomer(EmailAddress address, PersonName name, Set<GroupName> groups) {

        /** Somebody who is to be in the group of the address's domain only. */
        public Newcomer(EmailAddress address, PersonName name) {
            this(address, name, Set.of());
        }

        /** Copies the groups. */
        public Newcomer {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * What became of bringing people in.
     *
     * @param added how many became members
     * @param alreadyMembers how many were members before
     * @param notBroughtBack how many were left out because they had left or must not be written to, which an owner's
     *         list does not override
     */
    public record Tally(int added, int alreadyMembers, int notBroughtBack) {

        /** Nobody yet. */
        public static final Tally NONE = new Tally(0, 0, 0);

        /** Both together. */
        public Tally plus(Tally other) {
            return new Tally(added + other.added, alreadyMembers + other.alreadyMembers,
                    notBroughtBack + other.notBroughtBack);
        }
    }

    /** Manages the members in that port. Nobody gets a mail that says so. */
    public Membership(Subscribers subscribers, SubscriberIds ids) {
        this(subscribers, ids, Telling.NOBODY, false);
    }

    private Membership(Subscribers subscribers, SubscriberIds ids, Telling telling, boolean isResumed) {
        this.subscribers = subscribers;
        this.ids = ids;
        this.telling = telling;
        this.isResumed = isResumed;
    }

    /** The same, which has those who are brought in told so by mail, or not. */
    public Membership telling(Telling changed) {
        return new Membership(subscribers, ids, changed, isResumed);
    }

    /** The same, which goes on after it died: whoever came in on the very same word counts as brought in. */
    public Membership resumed() {
        return new Membership(subscribers, ids, telling, true);
    }

    /**
     * Brings people in as confirmed members. Anyone who left before stays away, even when somebody has filled in the
     * form for them since. A stranger with an unconfirmed request becomes a member. A member stays as they are, and is
     * put into the groups that are named for them. May be repeated.
     *
     * @param reason the owner's word for their consent, kept with each
     */
    public Tally add(MailingList list, Collection<Newcomer> newcomers, String reason, Instant now) {
        return add(list, newcomers, new Consent.OwnersWord(now, reason));
    }

    /**
     * The same, on the word of somebody who is on record.
     *
     * @param word kept with each
     */
    public Tally add(MailingList list, Collection<Newcomer> newcomers, Consent.OwnersWord word) {
        var members = new LinkedHashMap<SubscriberId, Subscriber.Confirmed>();
        var named = new HashMap<SubscriberId, Set<GroupName>>();
        for (var newcomer : newcomers) {
            var person = person(newcomer, list.profile().language());
            named.putIfAbsent(person.id(), newcomer.groups());
            members.putIfAbsent(person.id(), member(list, newcomer, person, word));
        }
        var known = subscribers.createAll(list.id(), members.values());
        var tally = new Tally(members.size() - known.size(), newcomers.size() - members.size(), 0);
        for (var member : members.values()) {
            if (known.contains(member.id())) {
                tally = tally.plus(Attempts.until(subscribers,
                        () -> confirmKnown(member, named.getOrDefault(member.id(), Set.of()))));
            }
        }
        return tally;
    }

    /** Brings in one person, by one change of one subscriber. The rest is as for many. */
    public Tally addOne(MailingList list, Newcomer newcomer, Consent.OwnersWord word) {
        var member = member(list, newcomer, person(newcomer, list.profile().language()), word);
        return Attempts.until(subscribers, () -> confirmKnown(member, newcomer.groups()));
    }

    private Subscriber.Confirmed member(MailingList list, Newcomer newcomer, Person person,
            Consent.OwnersWord word) {
        return new Subscriber.Confirmed(list.id(), person, word, word.at(), telling == Telling.NOBODY,
                MemberSettings.DEFAULT, groups(list, newcomer));
    }

    private static Set<GroupName> groups(MailingList list, Newcomer newcomer) {
        return union(newcomer.groups(), list.groups().of(newcomer.address()));
    }

    private static Set<GroupName> union(Set<GroupName> some, Set<GroupName> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Empty when somebody else changed the subscriber in the meantime. */
    private Optional<Tally> confirmKnown(Subscriber.Confirmed member, Set<GroupName> named) {
        var stored = subscribers.find(member.list(), member.id());
        if (stored.isEmpty()) {
            return added(subscribers.create(member));
        }
        return switch (stored.get().subscriber()) {
            case Subscriber.Confirmed there when isResumed && there.consent().equals(member.consent()) ->
                Optional.of(new Tally(1, 0, 0));
            case Subscriber.Confirmed there -> there.groups().containsAll(named)
                    || subscribers.replace(stored.get(), there.in(union(there.groups(), named)))
                            ? Optional.of(new Tally(0, 1, 0))
                            : Optional.empty();
            case Subscriber.Suppressed _ -> Optional.of(new Tally(0, 0, 1));
            case Subscriber.Gone gone -> unlessAway(gone.staysAway(), stored.get(), member);
            case Subscriber.Pending request -> unlessAway(request.past().staysAway(), stored.get(), member);
            case Subscriber.Applied applied -> unlessAway(applied.past().staysAway(), stored.get(), member);
        };
    }

    private Optional<Tally> unlessAway(boolean staysAway, Stored stored, Subscriber.Confirmed member) {
        return staysAway ? Optional.of(new Tally(0, 0, 1)) : added(subscribers.replace(stored, member));
    }

    private static Optional<Tally> added(boolean written) {
        return written ? Optional.of(new Tally(1, 0, 0)) : Optional.empty();
    }

    /**
     * Ends a membership on an owner's word, or drops an unconfirmed request. What was known before the request stays.
     *
     * @param by who does it
     * @return false when there was neither
     */
    public boolean remove(MailingList list, EmailAddress address, Actor by, Instant now) {
        return Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list.id(), ids.of(address));
            return stored.isPresent() ? remove(stored.get(), by, now) : Optional.of(false);
        });
    }

    /** Empty when somebody else changed the subscriber in the meantime. */
    private Optional<Boolean> remove(Stored stored, Actor by, Instant now) {
        return switch (stored.subscriber()) {
            case Subscriber.Confirmed member -> removed(subscribers.replace(stored,
                    Subscriber.Removed.of(member, now, by)));
            case Subscriber.Pending request -> removed(Confirm.drop(subscribers, stored, request.past()));
            case Subscriber.Applied applied -> removed(Confirm.drop(subscribers, stored, applied.past()));
            case Subscriber.Suppressed suppressed -> removed(subscribers.replace(stored,
                    Subscriber.Removed.of(suppressed.asBefore(), now, by)));
            case Subscriber.Gone _ -> Optional.of(false);
        };
    }

    private static Optional<Boolean> removed(boolean written) {
        return written ? Optional.of(true) : Optional.empty();
    }

    /**
     * Puts a member who joined before into the group of the address's domain, besides the groups that the member is in.
     * May be repeated.
     *
     * @return whether that was a change
     */
    public boolean putIntoGroup(MailingList list, Subscriber.Confirmed member) {
        var group = list.groups().of(member.person().address());
        return !member.groups().containsAll(group)
                && change(subscribers, list.id(), member.id(), now -> now.in(union(now.groups(), group))).isPresent();
    }

    /**
     * Changes what is known of a member: name, language or settings. May be repeated.
     *
     * @param change gives the changed member; it is called again when somebody else changed the member in the meantime
     * @return the member as it is now; empty when the address is not a member's
     */
    public Optional<Subscriber.Confirmed> change(MailingList list, EmailAddress address,
            UnaryOperator<Subscriber.Confirmed> change) {
        return change(subscribers, list.id(), ids.of(address), change);
    }

    /** The same, for a caller that knows the key. */
    static Optional<Subscriber.Confirmed> change(Subscribers subscribers, ListId list, SubscriberId id,
            UnaryOperator<Subscriber.Confirmed> change) {
        return Attempts.until(subscribers, () -> {
            var found = new Forwarding(subscribers).find(list, id);
            if (found.isEmpty()) {
                return Optional.of(Optional.empty());
            }
            var changed = change.apply(found.get().member());
            return changed.equals(found.get().member()) || subscribers.replace(found.get().stored(), changed)
                    ? Optional.of(Optional.of(changed))
                    : Optional.empty();
        });
    }

    private Person person(Newcomer newcomer, Locale language) {
        return new Person(ids.of(newcomer.address()), newcomer.address(), newcomer.name(), language);
    }
}
