package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;

/**
 * The one door for what came back: a bounce or a complaint about one mail to one recipient. What it is about is found
 * by what we gave the mail on its way, and never by an address that a report names. It may be called any number of
 * times for the same, in any order, and may die at any point: each thing is applied once, and what is left undone is
 * done when it comes again.
 */
public final class TakeFeedback {

    /**
     * How long a mail's id may not be known yet: the ids of copies are remembered some time after they were sent, and a
     * bounce may be quicker.
     */
    public static final Duration MAY_COME = Duration.ofHours(1);

    private final Ports ports;
    private final Complaints complaints;
    private final FeedbackCounts counts;
    private final Progress progress;
    private final InstantSource clock;

    /**
     * Where it looks and writes.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param posts what went out lately
     * @param bounces what came back
     * @param sentIds whose copy an id was given to
     * @param tasks what is to be done later ({@link LookAfter})
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, Bounces bounces, SentIds sentIds,
            NoteTasks tasks) {}

    /** Applies what came back there, tells owners of complaints, and has everything counted. */
    public TakeFeedback(Ports ports, Owners owners, FeedbackCounts counts, InstantSource clock) {
        this.ports = ports;
        this.complaints = new Complaints(ports.subscribers(), owners, clock);
        this.counts = counts;
        this.progress = new Progress(ports.posts());
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is known which mail came back.
         *
         * @param trace which, and to whom
         * @param effect what that means for whoever it had gone to
         */
        record Traced(Trace.Marked trace, Effect effect) implements Outcome {}

        /** Nothing says which mail it was yet. It may become known soon: to be told again in some minutes. */
        record Later() implements Outcome {}

        /** Nothing says which mail it was. Nobody can be found by it. */
        record Untraced() implements Outcome {}
    }

    /** What something that came back means for whoever the mail had gone to. */
    public enum Effect {
        /** Nothing: there is no such member (any more), or it says nothing about them. */
        NOTHING,
        /** It is remembered. */
        REMEMBERED,
        /** There was enough of it, or a mail that was to find out came back: more follows soon. */
        FOLLOWED_UP,
        /** The member gets nothing any more from now on. */
        STOPPED,
        /** It had been applied before. */
        BEFORE
    }

    /**
     * Applies what came back.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat, and has to be repeated
     */
    public Outcome take(Feedback feedback) {
        var trace = marked(feedback.trace());
        var list = trace.flatMap(known -> ports.lists().find(known.list()));
        if (list.isEmpty()) {
            return trace.isEmpty() && clock.instant().isBefore(feedback.what().at().plus(MAY_COME))
                    ? new Outcome.Later()
                    : new Outcome.Untraced();
        }
        counts.count(trace.get(), feedback);
        return new Outcome.Traced(trace.get(), switch (feedback.what()) {
            case Returned.Bounce bounce -> bounce(list.get(), trace.get(), feedback.id(), bounce);
            case Returned.Complaint complaint -> complaint(list.get(), trace.get(), feedback.id(), complaint);
        });
    }

    private Optional<Trace.Marked> marked(Trace trace) {
        return switch (trace) {
            case Trace.Marked marked -> Optional.of(marked);
            case Trace.Sent(var id) -> ports.sentIds().copy(id).map(copy -> new Trace.Marked(copy.list(),
                    Optional.of(copy.post()), copy.subscriber(), Trace.Purpose.COPY));
        };
    }

    /** Nobody's clock is ahead of ours. */
    private Instant time(Returned what) {
        var now = clock.instant();
        return what.at().isAfter(now) ? now : what.at();
    }

    private Effect bounce(MailingList list, Trace.Marked trace, String id, Returned.Bounce told) {
        if (told.reason().blame() == Blame.SENDER || told.reason().blame() == Blame.POST
                || told.reason() == BounceReason.VACATION) {
            return Effect.NOTHING;
        }
        var bounce = new Returned.Bounce(told.lasting(), told.reason(), told.status(), time(told));
        var effect = isScored(list, trace.subscriber())
                ? apply(list, trace.subscriber(), new CameBack(trace.purpose(), trace.post(), bounce), id)
                : Effect.NOTHING;
        if (bounce.lasting() == Lasting.PERMANENT && Scoring.quarters(bounce) == Point.FULL) {
            for (var other : ports.lists().all()) {
                if (!other.id().equals(list.id()) && isScored(other, trace.subscriber())) {
                    apply(other, trace.subscriber(), new CameBack(Trace.Purpose.COPY, Optional.empty(), bounce), id);
                }
            }
        }
        return effect;
    }

    /** A member's, or of somebody whose mail is stopped; never one of our own addresses. */
    private boolean isScored(MailingList list, SubscriberId member) {
        return ports.subscribers().find(list.id(), member).map(Stored::subscriber)
                .filter(known -> known instanceof Subscriber.Confirmed || known instanceof Subscriber.Suppressed)
                .flatMap(Subscriber::whom)
                .filter(person -> ListAddress.find(person.address(), list.domain(), ports.lists()).isEmpty())
                .isPresent();
    }

    private Effect apply(MailingList list, SubscriberId member, CameBack back, String id) {
        return Attempts.until(ports.bounces(), () -> {
            var now = clock.instant();
            var seen = ports.bounces().find(list.id(), member);
            var record = seen.orElseGet(() -> BounceRecord.of(list.id(), member));
            var changed = progress.after(list, record, back, now);
            return switch (ports.bounces().apply(seen, changed, id, now)) {
                case DONE -> Optional.of(followed(record, changed) ? Effect.FOLLOWED_UP : Effect.REMEMBERED);
                // Whoever applied it may have died before the next line.
                case BEFORE -> {
                    followed(BounceRecord.of(list.id(), member), record);
                    yield Optional.of(Effect.BEFORE);
                }
                case CONTESTED -> Optional.empty();
            };
        });
    }

    /** Has the member looked after if there is something to do soon. */
    private boolean followed(BounceRecord before, BounceRecord changed) {
        if (changed.stage().equals(before.stage())) {
            return false;
        }
        var due = switch (changed.stage()) {
            case Stage.Doubted doubted -> Optional.of(doubted.due());
            case Stage.Failed failed -> Optional.of(failed.at());
            case Stage.Counting _,Stage.Probed _,Stage.Stopped _ -> Optional.<Instant>empty();
        };
        due.ifPresent(time -> ports.tasks().add(List.of(new NoteTask.MailFails(changed.list(), time,
                changed.member()))));
        return due.isPresent();
    }

    private Effect complaint(MailingList list, Trace.Marked trace, String id, Returned.Complaint told) {
        var whose = complaints.whose(list.id(), trace.subscriber());
        if (whose.isEmpty()) {
            return Effect.NOTHING;
        }
        var key = whose.get();
        if (ports.bounces().isApplied(list.id(), key, id)) {
            return Effect.BEFORE;
        }
        var complaint = new Returned.Complaint(told.kind(), time(told));
        var isStopped = told.kind() != Returned.Complaint.Kind.NOT_SPAM && complaints.stop(list, key);
        var effect = apply(list, key, new CameBack(trace.purpose(), trace.post(), complaint), id);
        return isStopped ? Effect.STOPPED : effect;
    }
}
