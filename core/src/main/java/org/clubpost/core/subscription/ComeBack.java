package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;

/**
 * Undoes a leave by the link in the goodbye mail, for {@link WayBack#OPEN_FOR}, or lets mail go on that was stopped
 * because it came back. The membership is then as it was. The link holds the time of the leave, or of the stop, so it
 * undoes that one and no later one.
 */
public final class ComeBack {

    private final Lists lists;
    private final Subscribers subscribers;
    private final MembershipTokens tokens;

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There is a leave that can be undone, or mail that was stopped can go on.
         *
         * @param list the list
         * @param left how it stands
         */
        record Open(MailingList list, Subscriber.Known left) implements Outcome {}

        /**
         * The leave was undone just now.
         *
         * @param list the list
         * @param member the member, as before
         */
        record Back(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * There is a membership: the link was used before, or the person joined again.
         *
         * @param list the list
         * @param member the member
         */
        record Member(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * The link was good once, and leads back no more: its time is over, or the person left again after it.
         *
         * @param list the list, so that another way back can be shown
         */
        record TooLate(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Undoes leaves with these ports. */
    public ComeBack(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tokens = tokens;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return any outcome but {@link Outcome.Back}
     */
    public Outcome look(String token, Instant now) {
        return find(token, now).outcome();
    }

    /**
     * Undoes the leave. May be repeated.
     *
     * @param token the text from the link
     * @return any outcome but {@link Outcome.Open}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome comeBack(String token, Instant now) {
        return Attempts.until(subscribers, () -> switch (find(token, now)) {
            case Found.Former(var list, var stored, _, var before) -> subscribers.replace(stored, before)
                    ? Optional.of(new Outcome.Back(list, before))
                    : Optional.empty();
            case Found.Other(var outcome) -> Optional.of(outcome);
        });
    }

    private sealed interface Found {

        /** Somebody who left, or is not written to, and the membership that the link leads back to. */
        record Former(MailingList list, Stored stored, Subscriber.Known left,
                Subscriber.Confirmed before) implements Found {}

        record Other(Outcome outcome) implements Found {}

        default Outcome outcome() {
            return switch (this) {
                case Former former -> new Outcome.Open(former.list(), former.left());
                case Other other -> other.outcome();
            };
        }
    }

    private Found find(String token, Instant now) {
        var link = tokens.verify(token).filter(known -> known.purpose() == LinkPurpose.COME_BACK);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Found.Other(new Outcome.Invalid());
        }
        return subscribers.find(list.get().id(), link.get().subscriber())
                .map(stored -> match(link.get(), list.get(), stored, now))
                .orElseGet(() -> new Found.Other(new Outcome.TooLate(list.get())));
    }

    /** A request that somebody made in the meantime gives way: whoever has the link reads the mail of the address. */
    private static Found match(MembershipLink link, MailingList list, Stored stored, Instant now) {
        if (stored.subscriber() instanceof Subscriber.Confirmed member) {
            return new Found.Other(new Outcome.Member(list, member));
        }
        return stored.subscriber().ended().flatMap(gone -> before(link, gone, now)
                .<Found>map(before -> new Found.Former(list, stored, (Subscriber.Known) gone, before)))
                .orElseGet(() -> new Found.Other(new Outcome.TooLate(list)));
    }

    /** The membership that the link leads back to. Nobody gets one who complained. */
    private static Optional<Subscriber.Confirmed> before(MembershipLink link, Subscriber.Gone gone, Instant now) {
        if (!link.time().equals(Optional.of(gone.at().truncatedTo(ChronoUnit.MILLIS)))) {
            return Optional.empty();
        }
        return switch (gone) {
            case Subscriber.Left left -> left.asBefore(now);
            case Subscriber.Suppressed stopped -> stopped.why() instanceof Stopped.Bouncing
                    ? Optional.of(stopped.asBefore())
                    : Optional.empty();
            case Subscriber.Removed _,Subscriber.Moved _,Subscriber.Forgotten _ -> Optional.empty();
        };
    }
}
