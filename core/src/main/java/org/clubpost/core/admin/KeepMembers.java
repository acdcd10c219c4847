package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.text.TypedText;

/** What may be done with the members of a list. Each act is logged in the same step, and one on many has one entry. */
public final class KeepMembers {

    private final Subscribers subscribers;
    private final SubscriberIds ids;
    private final ActLog log;
    private final InstantSource clock;
    private final Membership.Telling telling;

    /** Keeps the members there. Whom it brings in gets a mail that says so, unless {@link #telling} says otherwise. */
    public KeepMembers(Subscribers subscribers, SubscriberIds ids, ActLog log, InstantSource clock) {
        this(subscribers, ids, log, clock, Membership.Telling.NEWCOMERS);
    }

    private KeepMembers(Subscribers subscribers, SubscriberIds ids, ActLog log, InstantSource clock,
            Membership.Telling telling) {
        this.subscribers = subscribers;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
        this.telling = telling;
    }

    /** The same, which has those who are brought in told so by mail, or not. */
    public KeepMembers telling(Membership.Telling changed) {
        return new KeepMembers(subscribers, ids, log, clock, changed);
    }

    /** Brings one person in, on the actor's word. May be repeated ({@link Membership#add}). */
    public Answer<Membership.Tally> add(Actor actor, MailingList list, Newcomer newcomer, String reason) {
        return allowed(actor, list, () -> membership(Deed.of(actor)).addOne(list, newcomer,
                new Consent.OwnersWord(now(), TypedText.of(reason), actor)));
    }

    /**
     * Begins to bring many people in, on the actor's word. The log has one entry for it from the beginning, which says
     * at the end how many they were.
     *
     * @param reason why the actor may; kept with each as the record of consent
     */
    public Answer<Import> bringIn(Actor actor, MailingList list, String reason) {
        return allowed(actor, list, () -> new Import(actor, list, TypedText.of(reason)));
    }

    /**
     * Goes on with bringing people in that was begun before, by whoever it was.
     *
     * @param id the entry of it in the log
     * @return empty when there is none, or it is undone
     */
    Answer<Optional<Import>> goOn(Actor actor, MailingList list, EntryId id) {
        return allowed(actor, list, () -> log.find(list.id(), id, now())
                .filter(entry -> entry.act() == Act.MEMBERS_IMPORTED && !UndoImport.isUndone(entry))
                .map(entry -> new Import(list, entry, membership(Deed.partOf(entry.actor())).resumed())));
    }

    /** Under what name the entry of an import says how many it brought in. */
    static final String ADDED = "added";

    /** People who are brought in part by part. */
    public final class Import {

        private static final String REASON = "reason";
        private static final String ALREADY = "already-members";
        private static final String NOT_BACK = "not-brought-back";

        private final MailingList list;
        private final Consent.OwnersWord word;
        private final Membership membership;
        private final LogEntry entry;

        private Import(Actor actor, MailingList list, String reason) {
            this(list, LogEntry.of(list.id(), actor, Act.MEMBERS_IMPORTED, List.of(Change.said(REASON, reason)),
                    now()), membership(Deed.partOf(actor)));
            log.put(entry);
        }

        private Import(MailingList list, LogEntry entry, Membership membership) {
            this.list = list;
            this.word = new Consent.OwnersWord(entry.time(), entry.said(REASON).orElse(""), entry.actor());
            this.membership = membership;
            this.entry = entry;
        }

        /** The entry of the log. */
        EntryId id() {
            return entry.id();
        }

        /** What had come of it when the log was told last. */
        Membership.Tally tally() {
            return new Membership.Tally(said(ADDED), said(ALREADY), said(NOT_BACK));
        }

        private int said(String what) {
            return entry.said(what).map(Integer::parseInt).orElse(0);
        }

        /**
         * Brings the next ones in ({@link Membership#add}). May be repeated.
         */
        public Membership.Tally add(Collection<Newcomer> newcomers) {
            return membership.add(list, newcomers, word);
        }

        /** Says in the log what came of it until now, or in the end. */
        public void end(Membership.Tally tally) {
            log.put(entry.with(List.of(entry.changes().getFirst(),
                    Change.said(ADDED, Integer.toString(tally.added())),
                    Change.said(ALREADY, Integer.toString(tally.alreadyMembers())),
                    Change.said(NOT_BACK, Integer.toString(tally.notBroughtBack())))));
        }
    }

    /**
     * Changes what is stored of a member. May be repeated.
     *
     * @param change gives the changed member; it is called again when somebody else changed the member in the meantime
     * @return the member as it is now; empty when the address is not a member's
     */
    public Answer<Optional<Subscriber.Confirmed>> change(Actor actor, MailingList list, EmailAddress address,
            UnaryOperator<Subscriber.Confirmed> change) {
        return allowed(actor, list, () -> membership(Deed.of(actor)).change(list, address, change));
    }

    /**
     * Takes a member off, or drops a request to join ({@link Membership#remove}).
     *
     * @return false when there was neither
     */
    public Answer<Boolean> remove(Actor actor, MailingList list, EmailAddress address) {
        return allowed(actor, list, () -> membership(Deed.of(actor)).remove(list, address, actor, now()));
    }

    /** What came of undoing a removal. */
    public sealed interface Restoration {

        /**
         * The person is a member again, as before.
         *
         * @param member the member
         */
        record Back(Subscriber.Confirmed member) implements Restoration {}

        /**
         * The person is a member, perhaps because they signed up again.
         *
         * @param member the member
         */
        record Member(Subscriber.Confirmed member) implements Restoration {}

        /**
         * The person was taken off and has asked to join again since. The request goes its way.
         *
         * @param request the request
         */
        record AskedAgain(Subscriber.Known request) implements Restoration {}

        /** The person left, or asked to be forgotten. Only they can come back. */
        record OwnWish() implements Restoration {}

        /** It is too long ago; nothing is kept of the membership any more. */
        record TooLate() implements Restoration {}

        /** Nobody was taken off under that address. */
        record Unknown() implements Restoration {}
    }

    /** Undoes that a member was taken off. May be repeated. */
    public Answer<Restoration> restore(Actor actor, MailingList list, EmailAddress address) {
        return allowed(actor, list, () -> Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list.id(), ids.of(address));
            if (stored.isEmpty()) {
                return Optional.of(new Restoration.Unknown());
            }
            var known = stored.get().subscriber();
            if (known instanceof Subscriber.Confirmed member) {
                return Optional.of(new Restoration.Member(member));
            }
            return known.ended().map(gone -> switch (gone) {
                case Subscriber.Removed removed -> restored(actor, stored.get(), removed);
                case Subscriber.Suppressed _ -> Optional.<Restoration>of(new Restoration.Unknown());
                case Subscriber.Left _,Subscriber.Moved _,Subscriber.Forgotten _ ->
                    Optional.<Restoration>of(new Restoration.OwnWish());
            })
                    .orElseGet(() -> Optional.of(new Restoration.Unknown()));
        }));
    }

    /** Whether it is a request that waits. One that ran out stands in nobody's way. */
    private boolean isOpen(Subscriber.Known known) {
        return known instanceof Subscriber.Pending request
                ? !request.isExpired(now())
                : known instanceof Subscriber.Applied;
    }

    /** Empty when somebody else changed the subscriber in the meantime. */
    private Optional<Restoration> restored(Actor actor, Stored stored, Subscriber.Removed removed) {
        if (stored.subscriber() instanceof Subscriber.Known request && isOpen(request)) {
            return Optional.of(new Restoration.AskedAgain(request));
        }
        var before = removed.asBefore(now());
        return before.isEmpty()
                ? Optional.of(new Restoration.TooLate())
                : before.filter(member -> subscribers.by(Deed.of(actor)).replace(stored, member))
                        .map(Restoration.Back::new);
    }

    /**
     * Puts all members into the groups of their domains, besides those that they are in.
     *
     * @return how many that changed
     */
    public Answer<Long> regroup(Actor actor, MailingList list) {
        return allowed(actor, list, () -> together(actor, list, Act.MEMBERS_REGROUPED,
                membership -> member -> membership.putIntoGroup(list, member)));
    }

    /**
     * Takes all members off, because the list goes.
     *
     * @return how many there were
     */
    public Answer<Long> removeAll(Actor actor, MailingList list) {
        return allowed(actor, list, () -> together(actor, list, Act.MEMBERS_REMOVED,
                membership -> member -> membership.remove(list, member.person().address(), actor, now())));
    }

    private interface Each extends Predicate<Subscriber.Confirmed> {}

    private long together(Actor actor, MailingList list, Act act,
            Function<Membership, Each> each) {
        var entry = LogEntry.of(list.id(), actor, act, List.of(), now());
        log.put(entry);
        var membership = membership(Deed.partOf(actor));
        try (var all = subscribers.all(list.id())) {
            var changed = all.filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast)
                    .filter(each.apply(membership)).count();
            log.put(entry.with(List.of(Change.said("members", Long.toString(changed)))));
            return changed;
        }
    }

    private Membership membership(Deed deed) {
        return new Membership(subscribers.by(deed), ids).telling(telling);
    }

    private static <T> Answer<T> allowed(Actor actor, MailingList list, Supplier<T> act) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS, act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
