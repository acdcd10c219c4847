package org.clubpost.core.post;

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
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberId;
import org.clubpost.core.subscriber.Subscribers;

/** Delivers to one batch of members after the other, and sums up what became of each. Records nothing. */
final class Batches {

    private final Subscribers subscribers;
    private final Outbox outbox;
    private final int size;
    private final InstantSource clock;

    Batches(Subscribers subscribers, Outbox outbox, int size, InstantSource clock) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.size = size;
        this.clock = clock;
    }

    /** Why a range cannot go on at the moment. */
    sealed interface Stop {

        /** The provider takes nothing now. */
        record PutOff(SendOutcome.Deferred reason) implements Stop {}

        /** A fault of ours that met one member. The others of the batch are recorded first, or each repeat would send them one more copy. */
        record Fault(Throwable bug) implements Stop {}
    }

    /** What became of one batch: how far the range has come with it, the ids of the copies, and what stopped it, if something did. */
    record Batch(DeliveryRange.Progress progress, Tally tally, List<Failure> failures, List<SentId> ids,
            List<Stop> stops) {}

    /**
     * Sends the next members of the slice their copies, all at the same time, and waits for what becomes of each.
     *
     * @param open how far the range had come
     */
    Batch deliver(MailingList list, PreparedMail mail, Slice slice, DeliveryRange.Progress.Open open) {
        var members = slice.from(open.next())
                .map(rest -> subscribers.confirmed(list.id(), rest, size))
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
                failures, ids(mail, sent), stops);
    }

    /** The ids that the provider gave, where it did. */
    private static List<SentId> ids(PreparedMail mail, List<Future<SendOutcome>> sent) {
        var ids = new ArrayList<SentId>();
        for (var copy : sent) {
            if (copy.state() == Future.State.SUCCESS && copy.resultNow() instanceof SendOutcome.Accepted(var id)
                    && !id.isEmpty()) {
                ids.add(new SentId(id, mail.messageId()));
            }
        }
        return ids;
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
            case SendOutcome.Later(var reason) -> Optional.of(reason);
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
        if (members.size() < size) {
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
            return threads.invokeAll(members.stream().<Callable<SendOutcome>>map(member -> () -> outbox
                    .send(new OutgoingMail(sender, member.person().address(), mail.copyFor(member)))).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while sending", e);
        }
    }
}
