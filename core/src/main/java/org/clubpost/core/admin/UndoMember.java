package org.clubpost.core.admin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.list.Lists;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.MoveMember;

/** Takes an act on one member back. */
final class UndoMember {

    private static final String NAME = "name";

    private final Lists lists;
    private final Subscribers subscribers;
    private final MemberTexts texts;
    private final ActLog log;
    private final SubscriberIds ids;
    private final InstantSource clock;

    UndoMember(Undo.Ports ports, SubscriberIds ids, InstantSource clock) {
        this.lists = ports.lists();
        this.subscribers = ports.subscribers();
        this.texts = ports.texts();
        this.log = ports.log();
        this.ids = ids;
        this.clock = clock;
    }

    Undo.Outcome undo(LogEntry entry, SubscriberId id, Deed deed) {
        if (entry.act() == Act.MOVED) {
            return address(entry, id, deed);
        }
        if (entry.act() == Act.CHANGED && entry.changes().equals(Remarks.CHANGED)) {
            return remark(entry, id, deed);
        }
        return isForGood(entry, id) ? new Undo.Outcome.Final(entry) : Attempts.until(subscribers, () -> {
            var stored = subscribers.find(entry.list(), id);
            var back = stored.flatMap(found -> before(found.subscriber(), entry, deed.actor()));
            if (back.isEmpty()) {
                return Optional.of(new Undo.Outcome.ChangedSince(entry));
            }
            if (back.get() instanceof Subscriber.Confirmed after
                    && stored.orElseThrow().subscriber() instanceof Subscriber.Confirmed now
                    && !after.person().name().equals(now.person().name())) {
                Remarks.keep(texts, new MemberText(entry.list(), id, MemberText.Kind.NAME_BEFORE,
                        now.person().name().text(), after.person().name().text(), clock.instant()));
            }
            return subscribers.by(deed).replace(stored.orElseThrow(), back.get())
                    ? Optional.of(new Undo.Outcome.Undone(entry))
                    : Optional.empty();
        });
    }

    /** Whether it may be undone, as far as the entry tells. */
    static boolean mayTry(LogEntry entry) {
        return switch (entry.act()) {
            case REMOVED -> true;
            case MOVED -> !(entry.actor() instanceof Actor.Member);
            case JOINED -> entry.said(MemberEntries.WAY).equals(Optional.of(MemberEntries.word(JoinWay.OWNER)));
            case CHANGED -> !(entry.actor() instanceof Actor.Member) && (entry.changes().equals(Remarks.CHANGED)
                    || entry.changes().stream().allMatch(change -> change.isWhole() || isName(change)));
            default -> false;
        };
    }

    /**
     * Whether it is no act of an owner on a member, or the log must not keep all of it and it is kept nowhere else. Who
     * asked to join has joined.
     */
    private boolean isForGood(LogEntry entry, SubscriberId id) {
        return switch (entry.act()) {
            case REMOVED -> false;
            case JOINED -> !entry.said(MemberEntries.WAY).equals(Optional.of(MemberEntries.word(JoinWay.OWNER)));
            case CHANGED -> !entry.changes().stream()
                    .allMatch(change -> change.isWhole() || (isName(change)
                            && kept(entry, id, MemberText.Kind.NAME_BEFORE).isPresent()));
            default -> true;
        };
    }

    private static boolean isName(Change change) {
        return change.equals(Change.withheld(NAME));
    }

    /** The subscriber as before the act; empty when it is not as the act left it. */
    private Optional<? extends Subscriber> before(Subscriber subscriber, LogEntry entry, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (subscriber) {
            case Subscriber.Removed removed when entry.act() == Act.REMOVED
                    && removed.at().truncatedTo(ChronoUnit.MILLIS).equals(entry.time()) ->
                removed.asBefore(now);
            case Subscriber.Confirmed member when entry.act() == Act.JOINED
                    && member.consent() instanceof Consent.OwnersWord word
                    && word.at().truncatedTo(ChronoUnit.MILLIS).equals(entry.time()) ->
                Optional.of(Subscriber.Removed.of(member, now, actor));
            case Subscriber.Confirmed member when entry.act() == Act.CHANGED -> {
                var back = Optional.of(member);
                for (var change : entry.changes()) {
                    back = back.flatMap(each -> isName(change)
                            ? named(each, entry)
                            : MemberFields.undone(each, change));
                }
                yield back;
            }
            case Subscriber.Known _,Subscriber.Gone _ -> Optional.empty();
        };
    }

    /** The member by the name from before that act, if it was the last that gave one. */
    private Optional<Subscriber.Confirmed> named(Subscriber.Confirmed member, LogEntry entry) {
        return kept(entry, member.id(), MemberText.Kind.NAME_BEFORE)
                .filter(text -> isBy(entry, text) && text.by().equals(member.person().name().text()))
                .map(text -> member.with(new PersonName(text.text())));
    }

    /** What was kept under that key, as long as it is. */
    private Optional<MemberText> kept(LogEntry entry, SubscriberId id, MemberText.Kind kind) {
        return texts.find(entry.list(), id, kind).filter(text -> !text.isExpired(clock.instant()));
    }

    /** Whether that act replaced it. It is written just before the act, and stays until the next act of the kind. */
    private static boolean isBy(LogEntry entry, MemberText text) {
        return !entry.time().isBefore(text.at());
    }

    private Undo.Outcome remark(LogEntry entry, SubscriberId id, Deed deed) {
        var kept = kept(entry, id, MemberText.Kind.REMARK_BEFORE);
        if (kept.isEmpty()) {
            return new Undo.Outcome.Final(entry);
        }
        var before = kept.filter(text -> isBy(entry, text)
                && text.by().equals(Remarks.now(texts, entry.list(), id)));
        if (before.isEmpty()) {
            return new Undo.Outcome.ChangedSince(entry);
        }
        Remarks.set(texts, log, LogEntry.aboutPerson(entry.list(), deed.actor(), id, Remarks.CHANGED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)).undoing(entry.id()), before.get().text());
        return new Undo.Outcome.Undone(entry);
    }

    /** An owner's change of an address; a member's own is undone by the member. */
    private Undo.Outcome address(LogEntry entry, SubscriberId old, Deed deed) {
        var before = kept(entry, old, MemberText.Kind.ADDRESS_BEFORE);
        var list = lists.find(entry.list());
        if (before.isEmpty() || list.isEmpty()) {
            return new Undo.Outcome.Final(entry);
        }
        var address = EmailAddress.of(before.get().text());
        var move = new MoveMember(subscribers.by(deed), ids);
        return move.takeBack(list.get(), old, new SubscriberId(before.get().by()), address,
                clock.instant()) == MoveMember.Result.MOVED
                        ? new Undo.Outcome.Undone(entry)
                        : new Undo.Outcome.ChangedSince(entry);
    }
}
