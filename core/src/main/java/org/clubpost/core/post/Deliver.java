package org.clubpost.core.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
    public record Settings(int batch, Duration lease, Duration margin) {}

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
            if (batch.stop().isPresent()) {
                ports.posts().release(extended);
                return new Outcome.Postponed(batch.stop().get());
            }
            progress = batch.progress();
        }
        completeIfLast(range.ref().post());
        return new Outcome.Finished();
    }

    /** What became of one batch: how far the range has come with it, and what stopped it, if something did. */
    private record Batch(DeliveryRange.Progress progress, Tally tally, List<Failure> failures,
            List<SendOutcome.Deferred> deferred) {

        Optional<SendOutcome.Deferred> stop() {
            return deferred.stream().findFirst();
        }
    }

    private Batch deliverBatch(MailingList list, PreparedMail mail, Slice slice, DeliveryRange.Progress.Open open) {
        var members = slice.from(open.next())
                .map(rest -> ports.subscribers().confirmed(list.id(), rest, settings.batch()))
                .orElseGet(List::of);
        var due = members.stream().filter(member -> !open.ahead().contains(member.id())).toList();
        var outcomes = sendAll(list, mail, due);
        remember(mail, outcomes);
        var failures = new ArrayList<Failure>();
        var deferred = new ArrayList<SendOutcome.Deferred>();
        var served = new TreeSet<>(open.ahead());
        var putOff = new TreeSet<SubscriberId>();
        for (var i = 0; i < due.size(); i++) {
            var id = due.get(i).id();
            switch (outcomes.get(i)) {
                case SendOutcome.Deferred stop -> {
                    deferred.add(stop);
                    putOff.add(id);
                }
                case SendOutcome.Refused(var reason) -> failures.add(new Failure(id, reason, clock.instant()));
                case SendOutcome.Unclear(var reason) -> failures.add(new Failure(id, reason, clock.instant()));
                case SendOutcome.Accepted _ -> {
                }
            }
            served.add(id);
        }
        var settled = due.size() - putOff.size();
        served.removeAll(putOff);
        var progress = putOff.isEmpty()
                ? members.size() < settings.batch()
                        ? new DeliveryRange.Progress.Finished()
                        : following(members.getLast().id())
                : new DeliveryRange.Progress.Open(putOff.first(), served.tailSet(putOff.first()));
        return new Batch(progress, new Tally(settled - failures.size(), failures.size()), failures, deferred);
    }

    /** Before the cursor moves, so that no copy is out whose replies could not be tied to the post. */
    private void remember(PreparedMail mail, List<SendOutcome> outcomes) {
        var ids = new ArrayList<SentId>();
        for (var outcome : outcomes) {
            if (outcome instanceof SendOutcome.Accepted(var id) && !id.isEmpty()) {
                ids.add(new SentId(id, mail.messageId()));
            }
        }
        if (!ids.isEmpty()) {
            ports.sentIds().remember(ids, clock.instant());
        }
    }

    private static DeliveryRange.Progress following(SubscriberId last) {
        return last.successor().<DeliveryRange.Progress>map(next -> new DeliveryRange.Progress.Open(next, Set.of()))
                .orElseGet(DeliveryRange.Progress.Finished::new);
    }

    private List<SendOutcome> sendAll(MailingList list, PreparedMail mail, List<Subscriber.Confirmed> members) {
        var sender = list.address(ListRole.BOUNCES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = members.stream().<Callable<SendOutcome>>map(member -> () -> ports.outbox()
                    .send(new OutgoingMail(sender, member.person().address(), mail.copyFor(member)))).toList();
            var outcomes = new ArrayList<SendOutcome>();
            for (var sent : threads.invokeAll(sends)) {
                outcomes.add(sent.get());
            }
            return outcomes;
        } catch (ExecutionException bug) {
            throw new IllegalStateException("an outbox failed instead of saying how", bug.getCause());
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
