package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;

/**
 * The work of a worker on one range that it has leased: window after window, each recorded before the next begins. When
 * something stops the work, the range is put into the queue again.
 */
final class RangeWork {

    /** How long people have to decide about a post that the provider does not take. */
    private static final Duration DECIDED_WITHIN = Duration.ofDays(30);

    private final Deliver.Ports ports;
    private final Deliver.Settings settings;
    private final InstantSource clock;
    private final Batches batches;
    private final SecondChances secondChances;
    private final Completion completion;

    RangeWork(Deliver.Ports ports, Deliver.Settings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        var way = ports.way();
        var copies = new Copies(way.outbox(), new Copies.Pacing(way.permits(), way.waiting(), way.random()),
                settings.concurrency(), clock);
        this.batches = new Batches(ports.subscribers(), copies, settings.window(), clock);
        this.secondChances = new SecondChances(ports.subscribers(), copies, batches, clock);
        this.completion = new Completion(ports.posts(), ports.ranges(), ports.queue(), clock);
    }

    /** What a worker works on. */
    record Work(MailingList list, Post post, PreparedMail mail, Hold hold) {}

    /** Works on the range until it is finished or something stops it. */
    Deliver.Outcome on(DeliveryRange range, Work work) {
        return range.ref().isSecondChances() ? repeat(work, range) : serve(work, range);
    }

    /** To be called for a range that was finished before: its post may lack its last step. */
    void finished(RangeRef ref) {
        ports.lists().find(ref.list()).ifPresent(list -> completion.check(ref.post(), policy(list)));
    }

    /** Serves window after window until everybody has been served or something stops it. */
    private Deliver.Outcome serve(Work work, DeliveryRange range) {
        var progress = range.progress();
        while (progress instanceof DeliveryRange.Progress.Open open) {
            var barred = barred(work, range.ref());
            if (barred.isPresent()) {
                return barred.get();
            }
            var batch = batches.deliver(work.list(), work.post(), work.mail(), range.slice(), open, work.hold());
            var stopped = settle(work, range.ref(), batch);
            if (stopped.isPresent()) {
                return stopped.get();
            }
            progress = batch.progress();
        }
        completion.check(range.ref().post(), policy(work.list()));
        return new Deliver.Outcome.Finished();
    }

    /** Gives a second chance to the members who are due. */
    private Deliver.Outcome repeat(Work work, DeliveryRange range) {
        var policy = policy(work.list());
        try (var failures = ports.ranges().failures(range.ref().post())) {
            var left = failures.iterator();
            for (var due = secondChances.next(left, policy); !due.isEmpty(); due = secondChances.next(left, policy)) {
                var barred = barred(work, range.ref());
                if (barred.isPresent()) {
                    return barred.get();
                }
                var batch = secondChances.deliver(work.list(), work.post(), work.mail(),
                        range.progress(), due, work.hold());
                var stopped = settle(work, range.ref(), batch);
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
        }
        var next = completion.earliest(range.ref().post(), policy);
        if (next.isPresent()) {
            return handOn(work.hold(), range.ref(), completion.delay(next.get()));
        }
        var end = Checkpoint.of(new DeliveryRange.Progress.Finished(), Tally.NONE, List.of());
        if (!work.hold().record(end)) {
            return leaseLost(range.ref());
        }
        completion.check(range.ref().post(), policy);
        return new Deliver.Outcome.Finished();
    }

    /** What keeps another window from beginning, if anything. */
    private Optional<Deliver.Outcome> barred(Work work, RangeRef ref) {
        if (work.hold().isOutOfTime()) {
            return Optional.of(handOn(work.hold(), ref, Duration.ZERO));
        }
        if (work.hold().isTimeToLook() && !isGoingOut(ref.post())) {
            work.hold().release();
            return Optional.of(new Deliver.Outcome.Stopped());
        }
        return Optional.empty();
    }

    /** Whether the post is to go out now. */
    boolean isGoingOut(PostId id) {
        return ports.posts().find(id).filter(post -> post.state() instanceof PostState.Sending).isPresent();
    }

    /**
     * Records what became of a batch.
     *
     * @return why the range cannot go on, if it cannot
     */
    private Optional<Deliver.Outcome> settle(Work work, RangeRef ref, Batches.Batch batch) {
        // The ids are remembered before the cursor moves. Otherwise a copy could be out, and a reply to it could not be
        // tied to the post.
        if (!batch.ids().isEmpty()) {
            ports.sentIds().remember(batch.ids(), clock.instant());
        }
        for (var step : batch.steps()) {
            if (!work.hold().record(step)) {
                return Optional.of(leaseLost(ref));
            }
        }
        return batch.stops().stream().min((one, other) -> Integer.compare(weight(one), weight(other)))
                .map(stop -> stop(work, ref, stop));
    }

    /**
     * Orders the stops of a batch. Faults of our own come first, then the stop that keeps the range longest; only the
     * first counts.
     */
    private static int weight(Copies.Stop stop) {
        return switch (stop) {
            case Copies.Stop.Broken _ -> 0;
            case Copies.Stop.Fault _ -> 1;
            case Copies.Stop.PutOff(var reason) -> switch (reason.cause()) {
                case BLOCKED -> 2;
                case LIMITED -> 3;
                case DAY_SPENT -> 4;
                case UNREACHABLE -> 5;
                case TOO_FAST -> 6;
            };
            case Copies.Stop.OutOfTime _ -> 7;
        };
    }

    private Deliver.Outcome stop(Work work, RangeRef ref, Copies.Stop stop) {
        return switch (stop) {
            case Copies.Stop.Broken(var error) -> {
                work.hold().release();
                throw error;
            }
            case Copies.Stop.Fault(var bug) -> {
                work.hold().release();
                throw new IllegalStateException("a copy could not be made or sent", bug);
            }
            case Copies.Stop.OutOfTime _ -> handOn(work.hold(), ref, Duration.ZERO);
            case Copies.Stop.PutOff(var reason) when isForLong(reason) -> {
                work.hold().release();
                park(ref.post(), reason);
                yield new Deliver.Outcome.Parked(reason);
            }
            case Copies.Stop.PutOff(var reason) -> {
                work.hold().release();
                var rest = settings.times().rest();
                comeAgain(ref, rest.plusNanos(ports.way().random().nextLong(rest.toNanos())));
                yield new Deliver.Outcome.Postponed(reason);
            }
        };
    }

    private static boolean isForLong(SendOutcome.Deferred reason) {
        return switch (reason.cause()) {
            case DAY_SPENT, LIMITED, BLOCKED -> true;
            case TOO_FAST, UNREACHABLE -> false;
        };
    }

    /**
     * Parks the whole post. The other workers see that at their next look. If somebody else has changed its state in
     * the meantime, that change stands.
     */
    private void park(PostId id, SendOutcome.Deferred reason) {
        ports.posts().find(id).ifPresent(post -> {
            if (post.state() instanceof PostState.Sending sending) {
                ports.posts().replace(post, post.with(parked(id, sending, reason)));
            }
        });
    }

    /** Parks a post whose list's mail is stopped. If somebody else has changed its state, that change stands. */
    void parkWithList(Post post) {
        post.state().goingOut().ifPresent(sending -> ports.posts().replace(post,
                post.with(PostState.Parked.withList(sending, clock.instant()))));
    }

    private PostState.Parked parked(PostId id, PostState.Sending sending, SendOutcome.Deferred reason) {
        var now = clock.instant();
        if (reason.cause() != DeferralCause.LIMITED) {
            var cause = reason.cause() == DeferralCause.BLOCKED
                    ? PostState.Parked.Cause.BLOCKED
                    : PostState.Parked.Cause.DAY_SPENT;
            return new PostState.Parked(sending, cause, reason.reason(), now.plus(settings.times().parked()), false);
        }
        var rests = sending.rests().next(DeliveryRange.tally(ports.ranges().of(id)).sent());
        return rests.length()
                .map(length -> new PostState.Parked(sending.with(rests), PostState.Parked.Cause.LIMITED,
                        reason.reason(), now.plus(length), false))
                .orElseGet(() -> new PostState.Parked(sending.with(rests), PostState.Parked.Cause.UNDECIDED,
                        reason.reason(), now.plus(DECIDED_WITHIN), false));
    }

    private Deliver.Outcome handOn(Hold hold, RangeRef ref, Duration delay) {
        hold.release();
        comeAgain(ref, delay);
        return new Deliver.Outcome.HandedOn();
    }

    private Deliver.Outcome leaseLost(RangeRef ref) {
        comeAgain(ref, settings.times().lease());
        return new Deliver.Outcome.LeaseLost();
    }

    /** Puts the range into the queue again. */
    void comeAgain(RangeRef ref, Duration delay) {
        ports.queue().add(List.of(ref), delay);
    }

    /** When failed copies of that list are tried again. */
    RetryPolicy policy(MailingList list) {
        return new RetryPolicy(settings.retries(), list.dispatch().resendsUnclear());
    }
}
