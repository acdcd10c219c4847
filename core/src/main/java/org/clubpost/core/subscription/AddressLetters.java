package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.limit.Unanswered.Turn;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Letters;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Writes the mails that have to do with a member's address: asks the new one, tells the old one, and sends the links to
 * whoever entered a member's address on our page. An address gets no more of them than of any other mail that nobody has
 * asked for provably.
 */
public final class AddressLetters implements Letters {

    /** No member has more new addresses written to than this. */
    public static final Limit CHANGES = new Limit(Kind.ADDRESS_CHANGE, 3, Duration.ofDays(1));
    /** How long to wait for a confirmation that is being written. */
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final String LINKS_WANTED = "links/";
    private static final String NEW_ADDRESS = "address/";

    private final Letters others;
    private final Ports ports;
    private final ChangeAddress change;
    private final Memberships memberships;
    private final PublicLinks links;
    private final RandomGenerator random;
    private final InstantSource clock;

    /**
     * What it works with.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param changes the wishes for another address
     * @param limits counts changes
     * @param unanswered counts mails that nobody has asked for provably
     * @param ids stand for mailboxes in what is counted
     * @param notices the way to people
     */
    public record Ports(Lists lists, Subscribers subscribers, AddressChanges changes, RateLimits limits,
            Unanswered unanswered, SubscriberIds ids, Notices notices) {}

    /**
     * Writes them with these.
     *
     * @param others writes all other mails
     * @param change makes changes that are confirmed
     * @param random must be cryptographically strong
     */
    public AddressLetters(Letters others, Ports ports, ChangeAddress change, PublicLinks links, RandomGenerator random,
            InstantSource clock) {
        this.others = others;
        this.ports = ports;
        this.change = change;
        this.memberships = new Memberships(ports.lists(), ports.subscribers());
        this.links = links;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> write(NoteTask.Letter task) {
        return task instanceof NoteTask.AboutAddress mine ? write(mine) : others.write(task);
    }

    private Optional<Instant> write(NoteTask.AboutAddress task) {
        return switch (task) {
            case NoteTask.AskNewAddress ask -> askNewAddress(ask);
            case NoteTask.AddressMoved moved -> tellOldAddress(moved);
            case NoteTask.LinksWanted wanted -> sendLinks(wanted);
        };
    }

    private Optional<Instant> askNewAddress(NoteTask.AskNewAddress task) {
        var now = clock.instant();
        var list = ports.lists().find(task.list());
        var wish = open(task.subscriber(), now).filter(known -> known.list().equals(task.list()));
        var member = wish.flatMap(known -> confirmed(task));
        if (list.isEmpty() || member.isEmpty() || isSuppressed(list.get(), wish.get())
                || ports.limits().isReached(CHANGES, task.subscriber().hex(), now)) {
            return Optional.empty();
        }
        var request = NEW_ADDRESS + task.subscriber().hex() + "/" + task.due().toEpochMilli();
        return switch (ports.unanswered().take(mailbox(wish.get()), request, true, now)) {
            case Turn.Now _ -> {
                ask(list.get(), member.get());
                ports.unanswered().sent(mailbox(wish.get()), request, now);
                ports.limits().allow(CHANGES, task.subscriber().hex(), now);
                yield Optional.empty();
            }
            case Turn.Later(var at) -> Optional.of(at);
            case Turn.Never _ -> Optional.empty();
        };
    }

    /** Stores the link before the mail has it. When the mail is sent twice, the links in both work. */
    private void ask(MailingList list, Subscriber.Confirmed member) {
        var link = ConfirmationToken.create(list.id(), member.id(), random);
        var wish = Attempts.until(ports.changes(), () -> {
            var seen = open(member.id(), clock.instant());
            return seen.isEmpty() || ports.changes().replace(seen, seen.get().with(link.digest()))
                    ? Optional.of(seen)
                    : Optional.empty();
        });
        wish.ifPresent(known -> ports.notices().send(new MemberNotice.NewAddress(list, known.to(),
                member.person().language(), member.person().address(), links.newAddress(link),
                AddressChange.OPEN_FOR)));
    }

    private Optional<AddressChange> open(SubscriberId person, Instant now) {
        return ports.changes().find(person)
                .filter(wish -> wish.stage() instanceof AddressChange.Stage.Open && !wish.isExpired(now));
    }

    private Optional<Subscriber.Confirmed> confirmed(NoteTask task) {
        return ports.subscribers().find(task.list(), new SubscriberId(task.about()))
                .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed)
                .map(stored -> (Subscriber.Confirmed) stored.subscriber());
    }

    private boolean isSuppressed(MailingList list, AddressChange wish) {
        return ports.subscribers().find(list.id(), ports.ids().of(wish.to()))
                .filter(stored -> stored.subscriber() instanceof Subscriber.Suppressed).isPresent();
    }

    private String mailbox(AddressChange wish) {
        return ports.ids().mailbox(wish.to());
    }

    /** Makes the change on the lists that are left, if any, and then tells the old address. */
    private Optional<Instant> tellOldAddress(NoteTask.AddressMoved task) {
        var now = clock.instant();
        var found = ports.changes().find(task.subscriber()).filter(wish -> !wish.isExpired(now));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var wish = found.get();
        return switch (wish.stage()) {
            case AddressChange.Stage.Open _ -> Optional.of(now.plus(AGAIN));
            case AddressChange.Stage.Undone _ -> Optional.empty();
            case AddressChange.Stage.Confirmed(var at) -> {
                tellOldAddress(wish, at, now);
                yield Optional.empty();
            }
        };
    }

    private void tellOldAddress(AddressChange wish, Instant confirmed, Instant now) {
        var results = change.carryOn(wish, now);
        ports.unanswered().answered(mailbox(wish), NEW_ADDRESS + wish.person().hex(), now);
        var names = new ArrayList<>(results.getOrDefault(MoveMember.Result.MOVED, List.of()));
        names.addAll(results.getOrDefault(MoveMember.Result.MOVED_BEFORE, List.of()));
        var list = ports.lists().find(wish.list());
        if (list.isEmpty() || names.isEmpty()) {
            return;
        }
        var language = memberships.of(wish.person()).stream().findFirst()
                .map(each -> each.member().person().language()).orElse(list.get().profile().language());
        ports.notices().send(new MemberNotice.OldAddress(list.get(), wish.from(), language, wish.to(), names,
                links.oldAddress(wish.list(), wish.person(), confirmed), UndoAddress.OPEN_FOR));
    }

    /** To a person who is or was a member, at their own address; to nobody else. */
    private Optional<Instant> sendLinks(NoteTask.LinksWanted task) {
        var now = clock.instant();
        var known = ofOneAddress(task.subscriber());
        if (!known.isEmpty()) {
            return inTurn(task, known.getFirst().member().person().address(), now, () -> yourLists(known, now));
        }
        var former = memberships.former(task.subscriber());
        return former.isEmpty()
                ? Optional.empty()
                : inTurn(task, former.getFirst().person().address(), now, () -> whatIsLeft(former, now));
    }

    /**
     * The memberships with the address that was entered, or else, when it was changed, those with the address of the
     * first. A fresh link proves who reads the mail of its own address, so it goes to no other one.
     */
    private List<Memberships.Of> ofOneAddress(SubscriberId entered) {
        var all = memberships.of(entered);
        var keys = all.stream().map(each -> each.member().id()).toList();
        return all.stream()
                .filter(each -> each.member().id().equals(keys.contains(entered) ? entered : keys.getFirst()))
                .toList();
    }

    /** Sends it when the address may have one more mail; says when to look again when it may later. */
    private Optional<Instant> inTurn(NoteTask.LinksWanted task, EmailAddress address, Instant now,
            Supplier<Notice> letter) {
        var mailbox = LINKS_WANTED + ports.ids().mailbox(address);
        var request = LINKS_WANTED + task.due().toEpochMilli();
        return switch (ports.unanswered().take(mailbox, request, true, now)) {
            case Turn.Now _ -> {
                ports.notices().send(letter.get());
                ports.unanswered().sent(mailbox, request, now);
                yield Optional.empty();
            }
            case Turn.Later(var at) -> Optional.of(at);
            case Turn.Never _ -> Optional.empty();
        };
    }

    private Notice yourLists(List<Memberships.Of> known, Instant now) {
        var first = known.getFirst();
        var person = first.member().person();
        return new MemberNotice.YourLists(first.list(), person.address(), person.language(),
                known.stream().map(each -> new MemberNotice.YourLists.Membership(each.list(),
                        links.freshSettings(each.list().id(), each.member().id(), now.plus(MemberLetters.FRESH)),
                        links.leavePage(each.list().id(), each.member().id()))).toList(),
                MemberLetters.FRESH);
    }

    private Notice whatIsLeft(List<Memberships.Former> former, Instant now) {
        var list = former.getFirst().list();
        var person = former.getFirst().person();
        var until = now.plus(MemberLetters.FRESH);
        return new MemberNotice.WhatIsLeft(list, person.address(), person.language(),
                former.stream().map(each -> each.list().profile().name()).toList(),
                links.eraseMe(list.id(), person.id(), until), links.myData(list.id(), person.id(), until),
                MemberLetters.FRESH);
    }
}
