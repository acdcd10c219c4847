package org.clubpost.core.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberId;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Delivers one range of one post: leases it, and then, batch by batch in key order, reads members, sends each a copy, and moves the range's cursor.
 *
 * <p><b>What a kill costs.</b> The members of one batch may get a second copy, when the kill falls between the provider's acceptance and the cursor's move:
 * {@link Settings#batch} members for each range that is being worked on, and nobody is skipped. Who leaves is seen when their batch is read.
 */
public final class Deliver {

    private final Ports ports;
    private final Settings settings;
    private final InstantSource clock;

    /**
     * What delivery needs of the world.
     *
     * @param lists the lists
     * @param subscribers the members
     * @param posts the posts and ranges
     * @param prepared the prepared mails
     * @param outbox the way out
     * @param queue where what is left goes
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, PreparedMails prepared, Outbox outbox,
            DeliveryQueue queue) {}

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
            var batch = deliverBatch(list.get(), mail, range.slice(), open);
            var extended = new Lease(lease.ref(), lease.holder(), clock.instant().plus(settings.lease()));
            if (!ports.posts().advance(extended, batch.progress(), batch.tally(), batch.failures())) {
                return new Outcome.LeaseLost();
            }
            if (!batch.stops().isEmpty()) {
                ports.posts().release(extended);
                return switch (batch.stops().getFirst()) {
                    case Stop.PutOff(var reason) -> new Outcome.Postponed(reason);
                    case Stop.Fault(var bug) ->
                        throw new IllegalStateException("a copy could not be made or sent", bug);
                };
            }
            progress = batch.progress();
        }
        completeIfLast(range.ref().post());
        return new Outcome.Finished();
    }

    /** Why a range cannot go on at the moment. */
    private sealed interface Stop {

        /** The provider takes nothing now. */
        record PutOff(SendOutcome.Deferred reason) implements Stop {}

        /** A fault of ours that met one member. The others of the batch are recorded first, or each repeat would send them one more copy. */
        record Fault(Throwable bug) implements Stop {}
    }

    /** What became of one batch: how far the range has come with it, and what stopped it, if something did. */
    private record Batch(DeliveryRange.Progress progress, Tally tally, List<Failure> failures, List<Stop> stops) {}

    private Batch deliverBatch(MailingList list, PreparedMail mail, Slice slice, DeliveryRange.Progress.Open open) {
        var members = slice.from(open.next())
                .map(rest -> ports.subscribers().confirmed(list.id(), rest, settings.batch()))
                .orElseGet(List::of);
        var due = members.stream().filter(member -> !open.ahead().contains(member.id())).toList();
        var sent = sendAll(list, mail, due);
        var failures = new ArrayList<Failure>();
        var stops = new ArrayList<Stop>();
        var served = new TreeSet<>(open.ahead());
        var left = new TreeSet<SubscriberId>();
        for (var i = 0; i < due.size(); i++) {
            var id = due.get(i).id();
            var stop = stop(sent.get(i));
            if (stop.isPresent()) {
                stops.add(stop.get());
                left.add(id);
            } else {
                served.add(id);
                reason(sent.get(i).resultNow()).map(why -> new Failure(id, why, clock.instant()))
                        .ifPresent(failures::add);
            }
        }
        var settled = due.size() - left.size();
        return new Batch(progress(members, served, left), new Tally(settled - failures.size(), failures.size()),
                failures, stops);
    }

    private static Optional<Stop> stop(Future<SendOutcome> sent) {
        return sent.state() != Future.State.SUCCESS
                ? Optional.of(new Stop.Fault(sent.exceptionNow()))
                : sent.resultNow() instanceof SendOutcome.Deferred reason
                        ? Optional.of(new Stop.PutOff(reason))
                        : Optional.empty();
    }

    private static Optional<String> reason(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Refused(var reason) -> Optional.of(reason);
            case SendOutcome.Unclear(var reason) -> Optional.of(reason);
            case SendOutcome.Accepted _,SendOutcome.Deferred _ -> Optional.empty();
        };
    }

    /**
     * How far the range has come. Keys that were served ahead stay until the cursor has passed them, however many people join in between.
     *
     * @param members the batch as it was read
     * @param served who of them and before them was served
     * @param left who of them was not
     */
    private DeliveryRange.Progress progress(List<Subscriber.Confirmed> members, NavigableSet<SubscriberId> served,
            NavigableSet<SubscriberId> left) {
        if (!left.isEmpty()) {
            return new DeliveryRange.Progress.Open(left.first(), served.tailSet(left.first()));
        }
        if (members.size() < settings.batch()) {
            return new DeliveryRange.Progress.Finished();
        }
        return members.getLast().id()
                .successor().<DeliveryRange.Progress>map(
                        next -> new DeliveryRange.Progress.Open(next, served.tailSet(next)))
                .orElseGet(DeliveryRange.Progress.Finished::new);
    }

    private List<Future<SendOutcome>> sendAll(MailingList list, PreparedMail mail,
            List<Subscriber.Confirmed> members) {
        var sender = list.address(ListRole.BOUNCES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(members.stream().<Callable<SendOutcome>>map(member -> () -> ports.outbox()
                    .send(new OutgoingMail(sender, member.person().address(), mail.copyFor(member)))).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while sending", e);
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
