package org.clubpost.core.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** Delivers to one window of members after another, and sums up what became of each. It records nothing. */
final class Batches {

    private final Subscribers subscribers;
    private final Forwarding forwarding;
    private final Copies copies;
    private final int window;
    private final InstantSource clock;

    Batches(Subscribers subscribers, Copies copies, int window, InstantSource clock) {
        this.subscribers = subscribers;
        this.forwarding = new Forwarding(subscribers);
        this.copies = copies;
        this.window = window;
        this.clock = clock;
    }

    /**
     * What became of one batch.
     *
     * @param steps what to record of it, one after another; at least one
     * @param ids the ids of the copies
     * @param stops what stopped it, if something did
     */
    record Batch(List<Checkpoint> steps, List<SentId> ids, List<Copies.Stop> stops) {

        /** How far the range has come with all of it. */
        DeliveryRange.Progress progress() {
            return steps.getLast().progress();
        }
    }

    /**
     * Sends the next members of the slice their copies, and waits for what becomes of each.
     *
     * @param open how far the range had come
     */
    Batch deliver(MailingList list, Post post, PreparedMail mail, Slice slice, DeliveryRange.Progress.Open open,
            Copies.Tenure tenure) {
        var places = slice.from(open.next())
                .map(rest -> subscribers.places(list.id(), post.parties().audience(), rest, window))
                .orElseGet(List::of);
        var due = places.stream().filter(place -> !open.ahead().contains(place.id()))
                .flatMap(place -> reached(list, post, place).stream()).toList();
        var fates = copies.send(list, post.id(), mail, due.stream().map(Reached::member).toList(), tenure);
        var sum = new Sum(post, mail);
        var served = new TreeSet<>(open.ahead());
        var left = new TreeSet<SubscriberId>();
        for (var i = 0; i < due.size(); i++) {
            (sum.add(due.get(i), fates.get(i)) ? served : left).add(due.get(i).place());
        }
        return new Batch(steps(progress(places, served, left), sum, served, left), sum.ids, sum.stops);
    }

    /**
     * A member whom the post reaches.
     *
     * @param place at which place in the order of keys; everything that is recorded is recorded for that
     */
    private record Reached(SubscriberId place, Subscriber.Confirmed member) {}

    private Optional<Reached> reached(MailingList list, Post post, Subscriber place) {
        var planned = post.state().goingOut().map(PostState.Sending::since).orElse(Instant.MAX);
        return forwarding.reached(place, planned)
                .filter(member -> post.parties().audience().includes(member.groups()))
                .filter(member -> OwnCopies.isWanted(post.parties(), member))
                .filter(member -> !Pauses.isPaused(list, member, clock.instant()))
                .map(member -> new Reached(place.id(), member));
    }

    /**
     * Puts as many failures into a step as it can record. In all steps but the last, the cursor stays before the first
     * failure that is not recorded yet. If failures were recorded apart from the cursor, a member who got a copy at the
     * next try might still be recorded as a failure, and get another copy.
     */
    private static List<Checkpoint> steps(DeliveryRange.Progress progress, Sum sum, NavigableSet<SubscriberId> served,
            NavigableSet<SubscriberId> left) {
        var steps = new ArrayList<Checkpoint>();
        var accepted = sum.accepted;
        var unrecorded = sum.failures;
        while (unrecorded.size() > Checkpoint.MOST_CHANGES) {
            var now = unrecorded.subList(0, Checkpoint.MOST_CHANGES);
            unrecorded = unrecorded.subList(Checkpoint.MOST_CHANGES, unrecorded.size());
            var first = unrecorded.getFirst().subscriber();
            var next = left.isEmpty() || first.compareTo(left.first()) < 0 ? first : left.first();
            var ahead = new TreeSet<>(served.tailSet(next));
            unrecorded.forEach(failure -> ahead.remove(failure.subscriber()));
            steps.add(
                    Checkpoint.of(new DeliveryRange.Progress.Open(next, ahead), new Tally(accepted, now.size()), now));
            accepted = 0;
        }
        steps.add(Checkpoint.of(progress, new Tally(accepted, unrecorded.size()), unrecorded));
        return steps;
    }

    /** What became of some members' copies. */
    private final class Sum {

        private final Post post;
        private final PreparedMail mail;
        private final List<Failure> failures = new ArrayList<>(); // In the order of the members.
        private final List<SentId> ids = new ArrayList<>();
        private final List<Copies.Stop> stops = new ArrayList<>();
        private int accepted;

        Sum(Post post, PreparedMail mail) {
            this.post = post;
            this.mail = mail;
        }

        /** Adds one member's fate; false when that copy is still to be sent. */
        boolean add(Reached reached, Copies.Fate fate) {
            return switch (fate) {
                case Copies.Fate.Left(var why) -> {
                    stops.add(why);
                    yield false;
                }
                case Copies.Fate.Answered(var outcome) -> {
                    failure(reached.place(), outcome, 1).ifPresentOrElse(failures::add, () -> accepted++);
                    sentId(post, mail, reached.member(), outcome).ifPresent(ids::add);
                    yield true;
                }
            };
        }
    }

    /** What the answer means for that member; empty when the provider took the copy. */
    Optional<Failure> failure(SubscriberId id, SendOutcome outcome, int attempts) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> Optional.empty();
            case SendOutcome.Refused(var reason, _) -> failure(id, Failure.Kind.REFUSED, reason, attempts);
            case SendOutcome.Later(var reason) -> failure(id, Failure.Kind.LATER, reason, attempts);
            case SendOutcome.Doubtful(var blame, var reason) ->
                failure(id, doubtful(blame, attempts), reason, attempts);
            case SendOutcome.Unclear(var reason) -> failure(id, Failure.Kind.MAYBE_SENT, reason, attempts);
            case SendOutcome.Deferred _ -> throw new IllegalStateException("what is put off is not answered");
        };
    }

    /**
     * What is our fault never counts as refused. Of what may be our fault, the second answer counts: by then everybody
     * else had their turn.
     */
    private static Failure.Kind doubtful(SendOutcome.Doubtful.Blame blame, int attempts) {
        return switch (blame) {
            case SENDER -> Failure.Kind.LATER;
            case UNCLEAR -> attempts > 1 ? Failure.Kind.REFUSED : Failure.Kind.LATER;
        };
    }

    private Optional<Failure> failure(SubscriberId id, Failure.Kind kind, Reason reason, int attempts) {
        return Optional.of(new Failure(id, kind, reason, attempts, clock.instant()));
    }

    /** The id that the provider gave the copy, if it gave one. */
    static Optional<SentId> sentId(Post post, PreparedMail mail, Subscriber.Confirmed member, SendOutcome outcome) {
        return outcome instanceof SendOutcome.Accepted(var id) && !id.isEmpty()
                ? Optional.of(new SentId(id, mail.messageId(),
                        Optional.of(new SentId.Copy(post.list(), post.id(), member.id()))))
                : Optional.empty();
    }

    /**
     * How far the range has come. Keys that were served ahead stay until the cursor has passed them, however many
     * people join in the meantime.
     *
     * @param places the batch as it was read
     * @param served the keys served, of these and ahead of the cursor before
     * @param left the keys of the batch that were not served
     */
    private DeliveryRange.Progress progress(List<Subscriber> places, NavigableSet<SubscriberId> served,
            NavigableSet<SubscriberId> left) {
        if (!left.isEmpty()) {
            return new DeliveryRange.Progress.Open(left.first(), served.tailSet(left.first()));
        }
        if (places.size() < window) {
            return new DeliveryRange.Progress.Finished();
        }
        return places.getLast().id()
                .successor().<DeliveryRange.Progress>map(
                        next -> new DeliveryRange.Progress.Open(next, served.tailSet(next)))
                .orElseGet(DeliveryRange.Progress.Finished::new);
    }
}
