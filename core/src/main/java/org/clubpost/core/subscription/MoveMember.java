package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Gives a member another address on one list. What was known at the new address gives way, because whoever wants this has
 * proved that they read its mail; only a member there, and an address that must not be written to, stay as they are.
 */
public final class MoveMember {

    /**
     * No member's address changes more often within the time in which a change can be undone. So the way from an old
     * address to the new one never gets longer than links follow it.
     */
    private static final int MOST = 10;

    private final Subscribers subscribers;
    private final SubscriberIds ids;
    private final Forwarding forwarding;

    /** What became of it on one list. */
    public enum Result {
        /** The member has the new address now. */
        MOVED,
        /** The member had it before. */
        MOVED_BEFORE,
        /** The new address is a member's already. The old membership ended. */
        WAS_MEMBER,
        /** The list does not take the new address, or not yet another one. The member keeps the old one. */
        NOT_TAKEN,
        /** There is no membership. */
        NO_MEMBER,
        /** Whoever has the new address left, or must not be written to. Only an owner is told. */
        AWAY
    }

    /** Moves members in that port. */
    public MoveMember(Subscribers subscribers, SubscriberIds ids) {
        this.subscribers = subscribers;
        this.ids = ids;
        this.forwarding = new Forwarding(subscribers);
    }

    /**
     * Gives the member with that key the new address. May be repeated.
     *
     * @param from the key of the address that the member has
     * @param confirmed when the change was confirmed
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Result move(MailingList list, SubscriberId from, EmailAddress to, Instant confirmed, Instant now) {
        return Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list.id(), from);
            return stored.isEmpty() ? Optional.of(Result.NO_MEMBER) : move(list, stored.get(), to, confirmed, now);
        });
    }

    /**
     * Gives a member the new address on the word of an owner, who mends what was mistyped. Nobody has proved that they read
     * its mail, so whatever is known there stays as it is. May be repeated.
     *
     * @param from the key of the address that the member has
     * @return {@link Result#WAS_MEMBER} when the new address is a member's; both stay as they are
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Result mend(MailingList list, SubscriberId from, EmailAddress to, Instant now) {
        return Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list.id(), from);
            if (stored.isPresent() && stored.get().subscriber() instanceof Subscriber.Confirmed member) {
                return mend(list, stored.get(), member, to, now);
            }
            return Optional.of(stored.filter(known -> known.subscriber() instanceof Subscriber.Moved moved
                    && moved.to().equals(ids.of(to))).isPresent() ? Result.MOVED_BEFORE : Result.NO_MEMBER);
        });
    }

    private Optional<Result> mend(MailingList list, Stored stored, Subscriber.Confirmed member, EmailAddress to,
            Instant now) {
        var there = subscribers.find(list.id(), ids.of(to));
        if (there.isPresent() && there.get().subscriber() instanceof Subscriber.Confirmed) {
            return Optional.of(Result.WAS_MEMBER);
        }
        if (there.flatMap(known -> known.subscriber().ended()).filter(MoveMember::isAway).isPresent()) {
            return Optional.of(Result.AWAY);
        }
        return isTooMany(member, now)
                ? Optional.of(Result.NOT_TAKEN)
                : done(write(list, stored, member, there, to, now), Result.MOVED);
    }

    private static boolean isAway(Subscriber.Gone gone) {
        return gone.staysAway() && !(gone instanceof Subscriber.Moved);
    }

    /** Empty when somebody else changed something in the meantime. */
    private Optional<Result> move(MailingList list, Stored stored, EmailAddress to, Instant confirmed, Instant now) {
        if (stored.subscriber() instanceof Subscriber.Moved moved) {
            return Optional.of(moved.to().equals(ids.of(to)) ? Result.MOVED_BEFORE : Result.NO_MEMBER);
        }
        if (!(stored.subscriber() instanceof Subscriber.Confirmed member)) {
            return Optional.of(Result.NO_MEMBER);
        }
        if (isAnother(member, ids.of(to), confirmed)) {
            return Optional.of(Result.MOVED_BEFORE);
        }
        var there = subscribers.find(list.id(), ids.of(to));
        if (there.isPresent() && there.get().subscriber() instanceof Subscriber.Confirmed) {
            var left = Subscriber.Left.of(member, now, LeaveWay.PAGE).because(LeaveReason.MOVED);
            return done(subscribers.replace(stored, left), Result.WAS_MEMBER);
        }
        if ((there.isPresent() && there.get().subscriber() instanceof Subscriber.Suppressed)
                || !list.signUp().takes(to) || isTooMany(member, now)) {
            return Optional.of(Result.NOT_TAKEN);
        }
        return done(write(list, stored, member, there, to, now), Result.MOVED);
    }

    private static boolean isTooMany(Subscriber.Confirmed member, Instant now) {
        return member.moves().stream().filter(move -> move.at().isAfter(now.minus(UndoAddress.OPEN_FOR)))
                .count() >= MOST;
    }

    /** Whether it is somebody who signed up here after the member had moved. */
    private static boolean isAnother(Subscriber.Confirmed here, SubscriberId to, Instant confirmed) {
        return here.before().filter(moved -> moved.to().equals(to)).isPresent() && !here.since().isBefore(confirmed);
    }

    /**
     * Takes the last change of a member's address back, if it was that one. May be repeated.
     *
     * @param from the key of the address before
     * @param mended the key that it was changed to
     * @param to the address before
     * @return {@link Result#NO_MEMBER} when there is no such change any more
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Result takeBack(MailingList list, SubscriberId from, SubscriberId mended, EmailAddress to, Instant now) {
        return Attempts.until(subscribers, () -> forwarding.find(list.id(), from)
                .filter(found -> found.isForwarded() && found.member().id().equals(mended)
                        && found.member().moves().getLast().from().equals(from))
                .map(found -> back(list, found.stored(), found.member(), to, now))
                .orElseGet(() -> Optional.of(Result.NO_MEMBER)));
    }

    /** The same for a way back: the old address was a member's, so no rule of the list keeps it away. */
    Optional<Result> back(MailingList list, Stored stored, Subscriber.Confirmed member, EmailAddress to, Instant now) {
        var there = subscribers.find(list.id(), ids.of(to));
        return there.isPresent() && there.get().subscriber() instanceof Subscriber.Confirmed
                ? Optional.of(Result.WAS_MEMBER)
                : done(write(list, stored, member, there, to, now), Result.MOVED);
    }

    private static Optional<Result> done(boolean isWritten, Result result) {
        return isWritten ? Optional.of(result) : Optional.empty();
    }

    private boolean write(MailingList list, Stored stored, Subscriber.Confirmed member, Optional<Stored> there,
            EmailAddress to, Instant now) {
        var old = member.person();
        var at = after(member, now);
        var person = new Person(ids.of(to), to, old.name(), old.language());
        var others = there.flatMap(known -> forwarding.elsewhere(known.subscriber(), member));
        var groups = new HashSet<>(member.groups());
        groups.addAll(list.groups().of(to));
        return subscribers.move(stored, there,
                member.at(person, new Move(old.id(), at), others).in(groups));
    }

    /** Later than the member's change before. */
    private static Instant after(Subscriber.Confirmed member, Instant now) {
        var usual = now.plus(Move.MARGIN).truncatedTo(ChronoUnit.MILLIS);
        return member.moves().isEmpty() || usual.isAfter(member.moves().getLast().at())
                ? usual
                : member.moves().getLast().at().plusMillis(1);
    }
}
