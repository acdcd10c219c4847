package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.MoveMember;
import org.clubpost.core.text.TypedText;

/**
 * What an owner changes of one member, named by the key of an address that the member has or had. Each act is logged in
 * the same step, may be repeated, and can be undone ({@link Undo}). The log holds neither names nor addresses nor remarks:
 * what one of them was before is kept for {@link MemberText#UNDO} beside it, and written first.
 */
public final class EditMember {

    private final Subscribers subscribers;
    private final MemberTexts texts;
    private final SubscriberIds ids;
    private final ActLog log;
    private final InstantSource clock;

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is so now, or was before.
         *
         * @param member the member as they are now
         */
        record Done(Subscriber.Confirmed member) implements Outcome {}

        /** There is no such member. */
        record NoMember() implements Outcome {}

        /** Somebody else is a member with that address; nothing was changed. */
        record Taken() implements Outcome {}

        /** Whoever has that address left, was erased or must not be written to; nothing was changed. */
        record Away() implements Outcome {}

        /** The member's address was changed too often lately, or the member complained; nothing was changed. */
        record NotNow() implements Outcome {}

        /** No pause can end on that day, or the list has no such group, or a text is too long; nothing was changed. */
        record NotPossible() implements Outcome {}
    }

    /** Changes members there. */
    public EditMember(Subscribers subscribers, MemberTexts texts, SubscriberIds ids, ActLog log, InstantSource clock) {
        this.subscribers = subscribers;
        this.texts = texts;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
    }

    /** Gives the member another name, or none. */
    public Answer<Outcome> name(Actor actor, MailingList list, SubscriberId member, PersonName name) {
        return allowed(actor, list, () -> changed(actor, list, member, before -> {
            // What is so already was perhaps made so by this act before, and then the earlier name is kept.
            if (!before.person().name().equals(name)) {
                keep(new MemberText(list.id(), before.id(), MemberText.Kind.NAME_BEFORE,
                        before.person().name().text(), name.text(), now()));
            }
            return before.with(name);
        }));
    }

    /** Has the member written to in another language. */
    public Answer<Outcome> language(Actor actor, MailingList list, SubscriberId member, Locale language) {
        return allowed(actor, list, () -> changed(actor, list, member, before -> before.with(language)));
    }

    /** Puts the member into these groups, and into no other. */
    public Answer<Outcome> groups(Actor actor, MailingList list, SubscriberId member, Set<GroupName> groups) {
        return allowed(actor, list, () -> list.groups().all().containsAll(groups)
                ? changed(actor, list, member, before -> before.in(groups))
                : new Outcome.NotPossible());
    }

    /**
     * Pauses the list's mail to the member, or lets it go on.
     *
     * @param until the day on which it goes on; empty for now
     */
    public Answer<Outcome> pause(Actor actor, MailingList list, SubscriberId member, Optional<LocalDate> until) {
        return allowed(actor, list, () -> until
                .filter(day -> !MemberSettings.mayPauseUntil(day, clock.instant(), list.dispatch().zone())).isEmpty()
                        ? changed(actor, list, member, before -> before.with(before.settings().pausedUntil(until)))
                        : new Outcome.NotPossible());
    }

    /** Changes what is stored of a member in any other way ({@link KeepMembers#change}). */
    private Outcome changed(Actor actor, MailingList list, SubscriberId id,
            UnaryOperator<Subscriber.Confirmed> change) {
        return Attempts.until(subscribers, () -> {
            var found = new Forwarding(subscribers).find(list.id(), id);
            if (found.isEmpty()) {
                return Optional.of(new Outcome.NoMember());
            }
            var before = found.get().member();
            var after = change.apply(before);
            return after.equals(before) || subscribers.by(Deed.of(actor)).replace(found.get().stored(), after)
                    ? Optional.<Outcome>of(new Outcome.Done(after))
                    : Optional.empty();
        });
    }

    /** Notes what owners remark about somebody, whether a member or not; an empty text for nothing. */
    public Answer<Outcome> remark(Actor actor, MailingList list, SubscriberId person, String text) {
        return allowed(actor, list, () -> {
            var stored = subscribers.find(list.id(), person).map(Stored::subscriber)
                    .filter(Subscriber.Known.class::isInstance);
            if (text.length() > MemberText.LONGEST) {
                return new Outcome.NotPossible();
            }
            if (stored.isEmpty()) {
                return new Outcome.NoMember();
            }
            Remarks.set(texts, log, LogEntry.aboutPerson(list.id(), actor, person, Remarks.CHANGED, now()),
                    TypedText.of(text));
            return stored.get() instanceof Subscriber.Confirmed member
                    ? new Outcome.Done(member)
                    : new Outcome.NoMember();
        });
    }

    /** What owners remark about somebody; empty for nothing. Also what was remarked under an earlier address. */
    public Answer<String> remark(Actor actor, MailingList list, Subscriber subscriber) {
        return Answer.when(Role.may(actor, list, Permission.SEE_MEMBERS), Permission.SEE_MEMBERS,
                () -> Remarks.of(texts, subscriber));
    }

    /**
     * The same for whom it was read already.
     *
     * @param read what is remarked under the address of now; empty when there is nothing
     */
    public Answer<String> remark(Actor actor, MailingList list, Subscriber subscriber, Optional<MemberText> read) {
        return read.isEmpty() && hasMoved(subscriber)
                ? remark(actor, list, subscriber)
                : Answer.when(Role.may(actor, list, Permission.SEE_MEMBERS), Permission.SEE_MEMBERS,
                        () -> read.map(MemberText::text).orElse(""));
    }

    private static boolean hasMoved(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member && !member.moves().isEmpty();
    }

    /**
     * Gives the member the right address in place of one that was mistyped. Consent and history stay. Mail that came back
     * for the old one has no say about the new one. Nobody is written to, because the old address may be a stranger's.
     */
    public Answer<Outcome> address(Actor actor, MailingList list, SubscriberId member, EmailAddress to) {
        return allowed(actor, list, () -> released(actor, list, member).orElseGet(() -> {
            var found = new Forwarding(subscribers).member(list.id(), member);
            if (found.isEmpty()) {
                return new Outcome.NoMember();
            }
            if (found.get().id().equals(ids.of(to))) {
                return new Outcome.Done(found.get());
            }
            var old = found.get().person();
            keep(new MemberText(list.id(), old.id(), MemberText.Kind.ADDRESS_BEFORE, old.address().written(),
                    ids.of(to).hex(), now()));
            return outcome(list, to, new MoveMember(subscribers.by(Deed.of(actor)), ids).mend(list, old.id(), to,
                    clock.instant()));
        }));
    }

    /** Mail to a mistyped address comes back, and is stopped. Empty when nothing is in the way. */
    private Optional<Outcome> released(Actor actor, MailingList list, SubscriberId member) {
        return Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list.id(), member);
            if (stored.isEmpty() || !(stored.get().subscriber() instanceof Subscriber.Suppressed stopped)) {
                return Optional.of(Optional.empty());
            }
            if (stopped.why() instanceof Stopped.Complaint) {
                return Optional.of(Optional.of(new Outcome.NotNow()));
            }
            return subscribers.by(Deed.of(actor)).replace(stored.get(), stopped.asBefore())
                    ? Optional.of(Optional.<Outcome>empty())
                    : Optional.empty();
        });
    }

    private Outcome outcome(MailingList list, EmailAddress to, MoveMember.Result result) {
        return switch (result) {
            case MOVED, MOVED_BEFORE -> new Forwarding(subscribers).member(list.id(), ids.of(to))
                    .<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NoMember::new);
            case WAS_MEMBER -> new Outcome.Taken();
            case AWAY -> new Outcome.Away();
            case NOT_TAKEN -> new Outcome.NotNow();
            case NO_MEMBER -> new Outcome.NoMember();
        };
    }

    private void keep(MemberText text) {
        Remarks.keep(texts, text);
    }

    private static Answer<Outcome> allowed(Actor actor, MailingList list, Supplier<Outcome> act) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS, act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
