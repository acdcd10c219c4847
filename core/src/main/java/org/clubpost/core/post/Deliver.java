package org.clubpost.core.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.clubpost.core.list.Lists;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Delivers one range of one post: leases it, and then, batch by batch in key order, reads members, sends each a copy, and moves the range's cursor.
 *
 * <p><b>What a kill costs.</b> The members of one batch may get a second copy, when the kill falls between the provider's acceptance and the cursor's move:
 * {@link Settings#batch} members for each range that is being worked on, and nobody is skipped. Who leaves is seen when their batch is read: a copy that is under way at that
 * moment still arrives.
 */
public final class Deliver {

    private final Ports ports;
    private final Settings settings;
    private final InstantSource clock;
    private final Batches batches;

    /**
     * What delivery needs of the world.
     *
     * @param lists the lists
     * @param subscribers the members
     * @param posts the posts and ranges
     * @param prepared the prepared mails
     * @param outbox the way out
     * @param queue where what is left goes
     * @param sentIds remembers the ids that the provider gave the copies
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, PreparedMails prepared, Outbox outbox,
            DeliveryQueue queue, SentIds sentIds) {}

    /**
     * How delivery goes about it.
     *
     * @param batch how many members are read, sent to at the same time, and recorded with one move of the cursor; the most that may get a second copy
     *            for each range in work when the process is killed
     * @param lease how long a range stays with a worker that shows no sign of life; must be longer than a batch takes
     * @param margin how much time to keep back before the deadline, for the batch that is under way and for handing on
     */
    public record Settings(int batch, Duration lease, Duration margin) {

        /**
         * @throws IllegalArgumentException when the batch is not 1 to 1,000
         */
        public Settings {
            if (batch < 1 || batch > 1000) {
                throw new IllegalArgumentException("batch out of range: " + batch);
            }
        }
    }

    /** What became of a range. */
    public sealed interface Outcome {

        /** Everybody in it has been served, now or before. */
        record Finished() implements Outcome {}

        /** Time is up; what is left is in the queue again. */
        record HandedOn() implements Outcome {}

        /**
         * Another worker has it.
         *
         * @param until when to look again
         */
        record Busy(Instant until) implements Outcome {}

        /** This worker's lease went to another in the middle of the work. */
        record LeaseLost() implements Outcome {}

        /**
         * The provider takes nothing now; the range is free and must come again.
         *
         * @param reason why
         */
        record Postponed(SendOutcome.Deferred reason) implements Outcome {}

        /** There is no such range, or its list is gone: nothing to do. */
        record Unknown() implements Outcome {}
    }

    /** Delivers with these ports. */
    public Deliver(Ports ports, Settings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.batches = new Batches(ports.subscribers(), ports.outbox(), settings.batch(), clock);
    }

    /**
     * Works on the range until it is finished, handed on or postponed.
     *
     * @param ref the range
     * @param worker a name that no other attempt uses
     * @param deadline when the caller's time is up
     * @throws org.clubpost.core.UnavailableException when a port failed; the range comes again after its lease
     * @throws IllegalStateException when a fault of ours met somebody; the others are recorded, and the range is free and must come again
     */
    public Outcome deliver(RangeRef ref, String worker, Instant deadline) {
        return switch (ports.posts().lease(ref, worker, clock.instant(), settings.lease())) {
            case LeaseOutcome.Busy(var until) -> new Outcome.Busy(until);
            case LeaseOutcome.Unknown _ -> new Outcome.Unknown();
            case LeaseOutcome.Finished _ -> {
                completeIfLast(ref.post());
                yield new Outcome.Finished();
            }
            case LeaseOutcome.Granted(var lease, var range) -> work(lease, range, deadline);
        };
    }

    private Outcome work(Lease lease, DeliveryRange range, Instant deadline) {
        var list = ports.lists().find(range.ref().list());
        var post = ports.posts().find(range.ref().post());
        if (list.isEmpty() || post.isEmpty() || !(post.get().state() instanceof PostState.Sending sending)) {
            ports.posts().release(lease);
            return new Outcome.Unknown();
        }
        var mail = ports.prepared().open(list.get(), sending.prepared());
        var progress = range.progress();
        while (progress instanceof DeliveryRange.Progress.Open open) {
            if (!clock.instant().plus(settings.margin()).isBefore(deadline)) {
                ports.posts().release(lease);
                ports.queue().add(List.of(range.ref()), Duration.ZERO);
                return new Outcome.HandedOn();
            }
            var batch = batches.deliver(list.get(), mail, range.slice(), open);
            remember(batch.ids());
            var extended = new Lease(lease.ref(), lease.holder(), clock.instant().plus(settings.lease()));
            if (!ports.posts().advance(extended, batch.progress(), batch.tally(), batch.failures())) {
                return new Outcome.LeaseLost();
            }
            if (!batch.stops().isEmpty()) {
                ports.posts().release(extended);
                return switch (batch.stops().getFirst()) {
                    case Batches.Stop.PutOff(var reason) -> new Outcome.Postponed(reason);
                    case Batches.Stop.Fault(var bug) ->
                        throw new IllegalStateException("a copy could not be made or sent", bug);
                };
            }
            progress = batch.progress();
        }
        completeIfLast(range.ref().post());
        return new Outcome.Finished();
    }

    /** Before the cursor moves, so that no copy is out whose replies could not be tied to the post. */
    private void remember(List<SentId> ids) {
        if (!ids.isEmpty()) {
            ports.sentIds().remember(ids, clock.instant());
        }
    }

    private void completeIfLast(PostId id) {
        var ranges = ports.posts().ranges(id);
        if (ranges.stream().allMatch(DeliveryRange::isFinished)) {
            var tally = ranges.stream().map(DeliveryRange::tally).reduce(Tally.NONE, Tally::plus);
            ports.posts().find(id).ifPresent(post -> {
                if (post.state() instanceof PostState.Sending sending) {
                    ports.posts().replace(post, post.with(new PostState.Done(tally, sending.since(), clock.instant())));
                }
            });
        }
    }
}
