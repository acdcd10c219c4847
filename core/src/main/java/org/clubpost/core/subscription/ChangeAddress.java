package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Changes a member's address. The wish takes a fresh link, and so comes from whoever reads the mail of the old address;
 * a link in a mail to the new address confirms it. Then the member's mail goes to the new address, on all lists or on
 * one. The rest of the membership stays as it was, and links in older mails still work.
 */
public final class ChangeAddress {

    private final Ports ports;
    private final Manage manage;
    private final SubscriberIds ids;
    private final MoveMember move;

    /**
     * What it works with.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param changes the wishes
     * @param tasks takes the mails that follow
     */
    public record Ports(Lists lists, Subscribers subscribers, AddressChanges changes, NoteTasks tasks) {}

    /** What became of a wish. */
    public sealed interface Wished {

        /**
         * A mail goes to the new address. Says nothing about what is known of it.
         *
         * @param list the list by whose link it was wished for
         * @param member the member
         */
        record Taken(MailingList list, Subscriber.Confirmed member) implements Wished {}

        /**
         * It is the address that the member has.
         *
         * @param list the list
         */
        record Same(MailingList list) implements Wished {}

        /**
         * The list takes only addresses of other domains.
         *
         * @param list the list
         */
        record OtherDomain(MailingList list) implements Wished {}

        /**
         * The link is not good for it.
         *
         * @param outcome what the link is good for; a member's when it is too old
         */
        record NotByThisLink(Manage.Outcome outcome) implements Wished {}
    }

    /** What a link in a mail to a new address is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There is a change to confirm.
         *
         * @param list the list by whose link it was wished for
         * @param member the member, with the old address
         * @param to the new address
         * @param names the names of the lists that are meant
         */
        record Open(MailingList list, Subscriber.Confirmed member, EmailAddress to,
                List<String> names) implements Outcome {

            /** Copies the names. */
            public Open {
                names = List.copyOf(names);
            }
        }

        /**
         * It was confirmed, just now or before.
         *
         * @param list the list by whose link it was wished for
         * @param to the new address
         * @param moved the names of the lists whose mail goes there now
         * @param wasMember the names of those on which the new address was already, so that the old membership ended
         * @param notTaken the names of those that do not take the new address, whose mail goes to the old one as before
         */
        record Changed(MailingList list, EmailAddress to, List<String> moved, List<String> wasMember,
                List<String> notTaken) implements Outcome {

            /** Copies the names. */
            public Changed {
                moved = List.copyOf(moved);
                wasMember = List.copyOf(wasMember);
                notTaken = List.copyOf(notTaken);
            }
        }

        /**
         * The link was good once: its time is over, there is a newer wish, or the membership ended.
         *
         * @param list the list
         */
        record Gone(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Changes addresses with these ports. */
    public ChangeAddress(Ports ports, Manage manage, SubscriberIds ids) {
        this.ports = ports;
        this.manage = manage;
        this.ids = ids;
        this.move = new MoveMember(ports.subscribers(), ids);
    }

    /**
     * Takes the wish of a member, who is written to at the new address soon after. Nothing about that address is read
     * here, so the answer and the time that it takes tell nothing. May be repeated.
     *
     * @param token the text from a fresh link to the settings
     * @param isEverywhere whether all lists are meant, or that of the link only
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Wished wish(String token, EmailAddress to, boolean isEverywhere, Instant now) {
        var outcome = manage.look(token, now);
        if (!(outcome instanceof Manage.Outcome.Member(var list, var member, var reach))
                || reach != Manage.Reach.EVERYTHING) {
            return new Wished.NotByThisLink(outcome);
        }
        if (member.id().equals(ids.of(to))) {
            return new Wished.Same(list);
        }
        if (!list.signUp().takes(to)) {
            return new Wished.OtherDomain(list);
        }
        var wish = AddressChange.wish(member, to, isEverywhere, now);
        Attempts.untilDone(ports.changes(), () -> {
            var seen = ports.changes().find(member.id());
            return ports.changes().replace(seen, seen.map(wish::inPlaceOf).orElse(wish));
        });
        ports.tasks().add(List.of(
                new NoteTask.AskNewAddress(list.id(), now.truncatedTo(ChronoUnit.MINUTES), member.id())));
        return new Wished.Taken(list, member);
    }

    /**
     * Says what the link in a mail to a new address is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return {@link Outcome.Open}, {@link Outcome.Changed}, {@link Outcome.Gone} or {@link Outcome.Invalid}
     */
    public Outcome look(String token, Instant now) {
        return follow(token, now,
                (list, wish) -> wish.confirmed().isPresent() ? changed(list, wish) : open(list, wish));
    }

    /**
     * Confirms the change and makes it. May be repeated. If this dies half-way, the lists that are left follow by
     * themselves: {@link AddressLetters} sees to it.
     *
     * @param token the text from the link
     * @return {@link Outcome.Changed}, {@link Outcome.Gone} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome confirm(String token, Instant now) {
        return follow(token, now, (list, wish) -> {
            if (wish.confirmed().isPresent()) {
                return changed(list, wish);
            }
            if (open(list, wish) instanceof Outcome.Gone gone) {
                // Perhaps a second press, which came while the first one made the change.
                return ports.changes().find(wish.person()).equals(Optional.of(wish)) ? gone : look(token, now);
            }
            var confirmed = wish.confirmedAt(now);
            // The task comes first: it waits for as long as the wish is not confirmed.
            ports.tasks().add(List.of(new NoteTask.AddressMoved(list.id(), confirmed.wished(), wish.person())));
            return ports.changes().replace(Optional.of(wish), confirmed)
                    ? outcome(list, confirmed, carryOn(confirmed, now))
                    : look(token, now);
        });
    }

    /**
     * Makes a change that is confirmed, on every list that is left. May be repeated.
     *
     * @return what became of it, with the names of the lists
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Map<MoveMember.Result, List<String>> carryOn(AddressChange wish, Instant now) {
        var results = new EnumMap<MoveMember.Result, List<String>>(MoveMember.Result.class);
        for (var list : meant(wish)) {
            results.computeIfAbsent(move.move(list, wish.person(), wish.to(), wish.confirmed().orElse(now), now),
                    _ -> new ArrayList<>())
                    .add(list.profile().name());
        }
        return results;
    }

    private List<MailingList> meant(AddressChange wish) {
        return ports.lists().all().stream().filter(list -> wish.isEverywhere() || list.id().equals(wish.list()))
                .toList();
    }

    private Outcome open(MailingList list, AddressChange wish) {
        var names = meant(wish).stream().filter(each -> member(each, wish).isPresent())
                .map(each -> each.profile().name()).toList();
        return member(list, wish).<Outcome>map(member -> new Outcome.Open(list, member, wish.to(), names))
                .orElseGet(() -> new Outcome.Gone(list));
    }

    private Optional<Subscriber.Confirmed> member(MailingList list, AddressChange wish) {
        return ports.subscribers().find(list.id(), wish.person())
                .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed)
                .map(stored -> (Subscriber.Confirmed) stored.subscriber());
    }

    /** How it stands. */
    private Outcome changed(MailingList list, AddressChange wish) {
        var moved = meant(wish).stream()
                .filter(each -> ports.subscribers().find(each.id(), wish.person())
                        .filter(stored -> stored.subscriber() instanceof Subscriber.Moved there
                                && there.to().equals(ids.of(wish.to())))
                        .isPresent())
                .map(each -> each.profile().name()).toList();
        return new Outcome.Changed(list, wish.to(), moved, List.of(), List.of());
    }

    private static Outcome outcome(MailingList list, AddressChange wish,
            Map<MoveMember.Result, List<String>> results) {
        var moved = new ArrayList<>(results.getOrDefault(MoveMember.Result.MOVED, List.of()));
        moved.addAll(results.getOrDefault(MoveMember.Result.MOVED_BEFORE, List.of()));
        return new Outcome.Changed(list, wish.to(), moved,
                results.getOrDefault(MoveMember.Result.WAS_MEMBER, List.of()),
                results.getOrDefault(MoveMember.Result.NOT_TAKEN, List.of()));
    }

    /** What to do when the link is good. */
    private interface Act {

        Outcome on(MailingList list, AddressChange wish);
    }

    private Outcome follow(String token, Instant now, Act act) {
        var link = ConfirmationToken.parse(token);
        var list = link.flatMap(known -> ports.lists().find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Outcome.Invalid();
        }
        return ports.changes().find(link.get().subscriber())
                .filter(wish -> !wish.isExpired(now) && !(wish.stage() instanceof AddressChange.Stage.Undone)
                        && wish.links().contains(link.get().digest()))
                .map(wish -> act.on(list.get(), wish)).orElseGet(() -> new Outcome.Gone(list.get()));
    }
}
