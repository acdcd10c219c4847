package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Undoes a change of address, by the link in the mail that the old address got. The member then has the old address
 * again, however often the new one was changed since.
 */
public final class UndoAddress {

    /** For how long the link works. */
    public static final Duration OPEN_FOR = Duration.ofDays(14);

    private final Lists lists;
    private final Subscribers subscribers;
    private final AddressChanges changes;
    private final MembershipTokens tokens;
    private final Forwarding forwarding;
    private final MoveMember move;

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There is a change that can be undone.
         *
         * @param list the list that the link names
         * @param member the member, with the address of now
         */
        record Open(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * The mail goes to the old address again.
         *
         * @param list the list that the link names
         * @param names the names of the lists
         */
        record Undone(MailingList list, List<String> names) implements Outcome {

            /** Copies the names. */
            public Undone {
                names = List.copyOf(names);
            }
        }

        /**
         * There is nothing to undo any more: it is done, the time is over, or the membership ended.
         *
         * @param list the list
         */
        record Over(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Undoes changes with these ports. */
    public UndoAddress(Lists lists, Subscribers subscribers, AddressChanges changes, MembershipTokens tokens,
            SubscriberIds ids) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.changes = changes;
        this.tokens = tokens;
        this.forwarding = new Forwarding(subscribers);
        this.move = new MoveMember(subscribers, ids);
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return any outcome but {@link Outcome.Undone}
     */
    public Outcome look(String token, Instant now) {
        return follow(token, now, (list, link) -> lists.all().stream().flatMap(each -> moved(each, link).stream())
                .findFirst().<Outcome>map(found -> new Outcome.Open(list, found.member()))
                .orElseGet(() -> new Outcome.Over(list)));
    }

    /**
     * Undoes the change on all lists. May be repeated, and makes up for what is left when it dies half-way.
     *
     * @param token the text from the link
     * @return any outcome but {@link Outcome.Open}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome undo(String token, Instant now) {
        return follow(token, now, (list, link) -> {
            var names = new ArrayList<String>();
            over(link).ifPresent(wish -> {
                for (var each : lists.all()) {
                    if (undo(each, link, wish.from(), now)) {
                        names.add(each.profile().name());
                    }
                }
            });
            return names.isEmpty() ? new Outcome.Over(list) : new Outcome.Undone(list, names);
        });
    }

    /** The wish, of which nothing comes any more: neither the link that confirmed it nor a task makes the change again. */
    private Optional<AddressChange> over(MembershipLink link) {
        return Attempts.until(changes, () -> {
            var wish = changes.find(link.subscriber());
            return wish.isEmpty() || changes.replace(wish, wish.get().undone())
                    ? Optional.of(wish)
                    : Optional.empty();
        });
    }

    private boolean undo(MailingList list, MembershipLink link, EmailAddress old, Instant now) {
        return Attempts.until(subscribers, () -> {
            var found = moved(list, link);
            return found.isEmpty()
                    ? Optional.of(false)
                    : move.back(list, found.get().stored(), found.get().member(), old, now)
                            .map(result -> result == MoveMember.Result.MOVED);
        });
    }

    /** The member whom that change gave another address on that list. */
    private Optional<Forwarding.Found> moved(MailingList list, MembershipLink link) {
        return forwarding.find(list.id(), link.subscriber()).filter(Forwarding.Found::isForwarded)
                .filter(found -> found.member().moves().stream()
                        .anyMatch(each -> each.from().equals(link.subscriber())
                                && !each.at().isBefore(link.time().orElseThrow())));
    }

    /** What to do when the link is good. */
    private interface Act {

        Outcome on(MailingList list, MembershipLink link);
    }

    private Outcome follow(String token, Instant now, Act act) {
        var link = tokens.verify(token).filter(known -> known.purpose() == LinkPurpose.OLD_ADDRESS);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Outcome.Invalid();
        }
        return now.isBefore(link.get().time().orElseThrow().plus(OPEN_FOR))
                ? act.on(list.get(), link.get())
                : new Outcome.Over(list.get());
    }
}
