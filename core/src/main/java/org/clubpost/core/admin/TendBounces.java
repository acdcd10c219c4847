package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.Stage;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * What may be done about members whose mail comes back. Whoever complained can only come back by signing up again. Both
 * acts also have the address taken off the list of those to whom the provider sends nothing ({@link
 * org.clubpost.core.feedback.LookAfter}).
 */
public final class TendBounces {

    private final Subscribers subscribers;
    private final Bounces bounces;
    private final NoteTasks tasks;
    private final SubscriberIds ids;
    private final ActLog log;
    private final InstantSource clock;

    /** What came of it. */
    public enum Outcome {
        /** The list's mail was stopped, and goes to the member again. */
        BACK,
        /** What had come back counts no more, or a mail goes out soon to find out. */
        DONE,
        /** They complained; nothing was changed. */
        COMPLAINED,
        /** There is no such member. */
        NO_MEMBER
    }

    /** Acts on what is there. */
    public TendBounces(Subscribers subscribers, Bounces bounces, NoteTasks tasks, SubscriberIds ids, ActLog log,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.bounces = bounces;
        this.tasks = tasks;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
    }

    /** Lets mail go to a member again, and has nothing count that came back before. May be repeated. */
    public Answer<Outcome> release(Actor actor, MailingList list, EmailAddress address) {
        return allowed(actor, list, () -> {
            var outcome = bringBack(actor, list, ids.of(address));
            if (outcome == Outcome.DONE) {
                set(list, ids.of(address), BounceRecord::reset);
                logged(actor, list, ids.of(address), Act.RELEASED);
            }
            return outcome;
        });
    }

    /**
     * Has a mail go out that finds out whether mail arrives; if it comes back, mail is stopped. Where it is stopped
     * already, it goes on meanwhile. May be repeated.
     */
    public Answer<Outcome> probe(Actor actor, MailingList list, EmailAddress address) {
        return allowed(actor, list, () -> {
            var outcome = bringBack(actor, list, ids.of(address));
            if (outcome == Outcome.DONE || outcome == Outcome.BACK) {
                var now = now();
                set(list, ids.of(address), record -> record.with(new Stage.Doubted(now, now)));
                logged(actor, list, ids.of(address), Act.PROBED);
            }
            return outcome;
        });
    }

    private Answer<Outcome> allowed(Actor actor, MailingList list, Supplier<Outcome> act) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS, act);
    }

    /** {@link Outcome#DONE} of somebody whose mail is not stopped. */
    private Outcome bringBack(Actor actor, MailingList list, SubscriberId member) {
        return Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list.id(), member);
            var stopped = stored.map(Stored::subscriber).flatMap(TendBounces::stopped);
            if (stopped.isPresent()) {
                if (stopped.get().why() instanceof Stopped.Complaint) {
                    return Optional.of(Outcome.COMPLAINED);
                }
                return subscribers.by(Deed.of(actor)).replace(stored.orElseThrow(), stopped.get().asBefore())
                        ? Optional.of(Outcome.BACK)
                        : Optional.empty();
            }
            return Optional.of(stored.filter(known -> known.subscriber() instanceof Subscriber.Confirmed).isPresent()
                    ? Outcome.DONE
                    : Outcome.NO_MEMBER);
        });
    }

    private static Optional<Subscriber.Suppressed> stopped(Subscriber known) {
        return known.ended().filter(Subscriber.Suppressed.class::isInstance).map(Subscriber.Suppressed.class::cast);
    }

    private void set(MailingList list, SubscriberId member, UnaryOperator<BounceRecord> change) {
        Attempts.untilDone(bounces, () -> {
            var seen = bounces.find(list.id(), member);
            return bounces.replace(seen, change.apply(seen.orElseGet(() -> BounceRecord.of(list.id(), member))));
        });
        tasks.add(List.of(new NoteTask.MailFails(list.id(), now(), member)));
    }

    private void logged(Actor actor, MailingList list, SubscriberId member, Act act) {
        var about = new About.OnePerson(member);
        var now = now();
        log.put(new LogEntry(LogEntry.id(now, list.id(), act, about, List.of()), list.id(), actor, Way.UNKNOWN, act,
                about, true, List.of(), Optional.empty()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
