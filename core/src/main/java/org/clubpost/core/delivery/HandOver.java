package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.Trace;

/**
 * Hands over one copy at a time, for all ranges of this process: when there is room for it, no faster than permitted, and
 * with an eye on what others were answered.
 */
final class HandOver {

    /**
     * How many KB of mail may be on their way at a time, whatever posts they belong to. Copies of 40 MB go out one after
     * another; of copies of 3 KB, as many as are allowed go out together. A copy is in memory a few times while it is
     * sent.
     */
    private static final int MOST_KILOBYTES = 64 << 10;
    /** How often a copy is tried again when the provider says that we are too fast, before the whole range rests. */
    private static final int PATIENCE = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Outbox outbox;
    private final Copies.Pacing pacing;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(MOST_KILOBYTES, true);
    private final Refusals refusals = new Refusals();

    HandOver(Outbox outbox, Copies.Pacing pacing, InstantSource clock) {
        this.outbox = outbox;
        this.pacing = pacing;
        this.clock = clock;
    }

    /** What a copy is sent under. */
    interface Watch {

        /** The time within which it may be handed over. */
        Copies.Tenure tenure();

        /** What has stopped the others, if anything. */
        Optional<Copies.Stop> stopped();
    }

    /** How many copies of that size there is room for at a time; at least one. */
    static int atATime(long octets) {
        return MOST_KILOBYTES / kilobytes(octets);
    }

    /** The room that a copy takes; one that is larger than all of it takes all. */
    private static int kilobytes(long octets) {
        return Math.clamp((octets + 1023) >> 10, 1, MOST_KILOBYTES);
    }

    /**
     * Waits until there is room for the copy. The right to send comes after it, because only that looks at the end
     * of the range's lease.
     */
    Copies.Fate send(MailingList list, PostId post, Subscriber.Confirmed member, MailContent copy, Watch watch) {
        var taken = kilobytes(copy.sizeBytes());
        try {
            room.acquire(taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Copies.Fate.Left(new Copies.Stop.OutOfTime());
        }
        try {
            return watch.stopped().<Copies.Fate>map(Copies.Fate.Left::new)
                    .orElseGet(() -> attempt(
                            new OutgoingMail(list.address(ListRole.BOUNCES), member.person().address(), copy,
                                    Optional.of(new Trace.Marked(list.id(), Optional.of(post), member.id(),
                                            Trace.Purpose.COPY))),
                            member, watch.tenure()));
        } finally {
            room.release(taken);
        }
    }

    /** Tries until the provider's answer is not about our speed. */
    private Copies.Fate attempt(OutgoingMail copy, Subscriber.Confirmed member, Copies.Tenure tenure) {
        for (var tried = 0;; tried++) {
            var barred = permit(tenure);
            if (barred.isPresent()) {
                return new Copies.Fate.Left(barred.get());
            }
            var outcome = judged(outbox.send(copy), member);
            if (!(outcome instanceof SendOutcome.Deferred deferred)) {
                return new Copies.Fate.Answered(outcome);
            }
            if (deferred.cause() != DeferralCause.TOO_FAST || tried == PATIENCE) {
                return new Copies.Fate.Left(new Copies.Stop.PutOff(deferred));
            }
            pacing.permits().slowDown(clock.instant());
            var pause = FIRST_PAUSE.multipliedBy(1L << tried);
            pacing.waiting().until(clock.instant().plusNanos(pacing.random().nextLong(pause.toNanos())));
        }
    }

    /** The answer, seen beside those that others got. */
    private SendOutcome judged(SendOutcome answer, Subscriber.Confirmed member) {
        if (answer instanceof SendOutcome.Accepted) {
            refusals.taken();
        }
        return answer instanceof SendOutcome.Doubtful(_, var reason) && refusals.refused(member, clock.instant())
                ? new SendOutcome.Deferred(DeferralCause.LIMITED,
                        new Reason(Reason.Cause.SENDER_LIMITED, reason.values()))
                : answer;
    }

    /**
     * Waits for the right to send.
     *
     * @return what bars it, if anything
     */
    private Optional<Copies.Stop> permit(Copies.Tenure tenure) {
        for (;;) {
            var now = clock.instant();
            if (!now.isBefore(tenure.end())) {
                return Optional.of(new Copies.Stop.OutOfTime());
            }
            switch (pacing.permits().take(now)) {
                case SendPermits.Permit.Granted _ -> {
                    return Optional.empty();
                }
                case SendPermits.Permit.DaySpent _ -> {
                    return Optional.of(new Copies.Stop.PutOff(new SendOutcome.Deferred(DeferralCause.DAY_SPENT,
                            Reason.of(Reason.Cause.DAY_SPENT))));
                }
                case SendPermits.Permit.NotBefore(var until) -> {
                    if (!until.isBefore(tenure.end())) {
                        return Optional.of(new Copies.Stop.OutOfTime());
                    }
                    pacing.waiting().until(until);
                }
            }
        }
    }
}
