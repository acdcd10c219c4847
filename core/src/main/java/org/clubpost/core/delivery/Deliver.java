package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.Lists;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Delivers one range of one post. It leases the range, and then goes window by window in key order: it reads members,
 * sends each a copy, and moves the range's cursor.
 *
 * <p><b>What a kill costs.</b> The members of one window may get a second copy when the kill falls between the
 * provider's acceptance and the cursor's move. These are {@link Settings#window} members for each range in work, or
 * {@value Checkpoint#MOST_CLEARED} in the pass of second chances. Nobody is skipped. Members who leave are left out
 * from the next window that is read; a copy that is under way at that moment still arrives.
 *
 * <p><b>Two workers on one range.</b> A copy is handed over only while the worker's lease has time left, and the lease
 * is extended while copies are under way. So a worker loses its range to another only when it is dead, or was stopped
 * for longer than its lease. Then the members of one window may get a second copy, as after a kill.
 *
 * <p>A message is finished whatever becomes of it, except after a fault: work that is left is put into the queue anew,
 * with a delay. So messages come back by themselves only after a crash or a fault, and a person should look at one that
 * keeps coming back.
 */
public final class Deliver {

    private final Ports ports;
    private final Settings settings;
    private final InstantSource clock;
    private final RangeWork work;
    private final Plan plan;

    /**
     * What delivery needs of the world.
     *
     * @param lists the lists
     * @param subscribers the members
     * @param posts the posts
     * @param ranges their ranges
     * @param prepared the prepared mails
     * @param way the way out
     * @param queue where what is left goes
     * @param sentIds remembers the ids that the provider gave the copies
     * @param halt says of which lists nothing goes out
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, Ranges ranges, PreparedMails prepared,
            Way way, DeliveryQueue queue, SentIds sentIds, Halt halt) {

        /** The same, where all lists' posts go out. */
        public Ports(Lists lists, Subscribers subscribers, Posts posts, Ranges ranges, PreparedMails prepared, Way way,
                DeliveryQueue queue, SentIds sentIds) {
            this(lists, subscribers, posts, ranges, prepared, way, queue, sentIds, Halt.NEVER);
        }
    }

    /**
     * The way out, and how fast it may be used.
     *
     * @param outbox the way out
     * @param permits says when a copy may go out
     * @param waiting passes the time until then
     * @param random spreads the repeats of copies that were too fast
     */
    public record Way(Outbox outbox, SendPermits permits, Sleeper waiting, RandomGenerator random) {}

    /**
     * How delivery goes about it.
     *
     * @param window how many members are read and recorded with one move of the cursor; for each range in work, at most
     *         so many may get a second copy when the process is killed
     * @param concurrency how many copies are handed over at the same time, fewer when the mail is large
     * @param times how long things may take
     * @param retries how long to wait before one member's copy that was put off is tried again
     */
    public record Settings(int window, int concurrency, Times times, List<Duration> retries) {

        /**
         * @throws IllegalArgumentException when the window is not 1 to 1,000 or the concurrency below 1
         */
        public Settings {
            if (window < 1 || window > 1000 || concurrency < 1) {
                throw new IllegalArgumentException("out of range: " + window + ", " + concurrency);
            }
            retries = List.copyOf(retries);
        }
    }

    /**
     * How long things may take.
     *
     * @param lease how long a range stays with a worker that shows no sign of life
     * @param margin how much time to keep back before the deadline, for the copies that are under way and for handing
     *         on
     * @param rest how long a range rests when the provider cannot be reached or is too busy
     * @param parked how long a post stays parked when the provider takes nothing from us
     */
    public record Times(Duration lease, Duration margin, Duration rest, Duration parked) {}

    /** What became of a range. */
    public sealed interface Outcome {

        /** Everybody in it has been served, now or before. */
        record Finished() implements Outcome {}

        /** Time is up, or the next second chances are not due yet. The work that is left is in the queue again. */
        record HandedOn() implements Outcome {}

        /**
         * Another worker has it. It is in the queue again, in case that worker dies.
         *
         * @param until when to look again
         */
        record Busy(Instant until) implements Outcome {}

        /**
         * The lease went to another worker in the middle of the work. The range is in the queue again, in case that
         * worker dies.
         */
        record LeaseLost() implements Outcome {}

        /**
         * The provider takes nothing at the moment, and the range rests. It is in the queue again.
         *
         * @param reason why
         */
        record Postponed(SendOutcome.Deferred reason) implements Outcome {}

        /**
         * The provider will take nothing for a long time. The whole post is parked, and goes on by itself.
         *
         * @param reason why
         */
        record Parked(SendOutcome.Deferred reason) implements Outcome {}

        /** The post is not going out: somebody paused or stopped it, or it is parked, perhaps now with its list. */
        record Stopped() implements Outcome {}

        /** There is no such range, or its list is gone: nothing to do. */
        record Unknown() implements Outcome {}
    }

    /** Delivers with these ports. */
    public Deliver(Ports ports, Settings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.work = new RangeWork(ports, settings, clock);
        this.plan = new Plan(ports.lists(), ports.posts(), ports.ranges(), ports.queue());
    }

    /**
     * Works on the range until it is finished, or until one of the other outcomes ends the work.
     *
     * @param ref the range
     * @param worker a name that no other attempt uses
     * @param deadline when the caller's time is up
     * @throws org.clubpost.core.UnavailableException when a port failed; the range comes again after its lease
     * @throws IllegalStateException when a fault of ours hit a member; the others are recorded, and the range is free
     *         and must come again
     * @throws Error when the process is broken, for example by a lack of memory; what was sent before is recorded if
     *         that still works, and the range must come again
     */
    public Outcome deliver(RangeRef ref, String worker, Instant deadline) {
        return switch (ports.ranges().lease(ref, worker, clock.instant(), settings.times().lease())) {
            case LeaseOutcome.Busy(var until) -> {
                work.comeAgain(ref, Duration.between(clock.instant(), until));
                yield new Outcome.Busy(until);
            }
            case LeaseOutcome.Unknown _ -> new Outcome.Unknown();
            case LeaseOutcome.Finished _ -> {
                work.finished(ref);
                yield new Outcome.Finished();
            }
            case LeaseOutcome.Granted(var lease, var range) -> begin(lease, range, deadline);
        };
    }

    private Outcome begin(Lease lease, DeliveryRange range, Instant deadline) {
        var ref = range.ref();
        var list = ports.lists().find(ref.list());
        var post = ports.posts().find(ref.post());
        if (list.isEmpty() || post.isEmpty()) {
            ports.ranges().release(lease);
            return new Outcome.Unknown();
        }
        if (ports.halt().isHalted(ref.list())) {
            work.parkWithList(post.get());
            ports.ranges().release(lease);
            return new Outcome.Stopped();
        }
        var sending = goingOut(post.get());
        if (sending.isEmpty()) {
            ports.ranges().release(lease);
            return new Outcome.Stopped();
        }
        var mail = ports.prepared().open(list.get(), sending.get().prepared());
        var hold = new Hold(ports.ranges(), lease, settings.times(), clock, deadline);
        return work.on(range, new RangeWork.Work(list.get(), post.get(), mail, hold));
    }

    /**
     * What the post goes out as; empty when it does not. A resumed post goes on with the first message that a worker
     * takes.
     */
    private Optional<PostState.Sending> goingOut(Post post) {
        return post.state().goingOut()
                .filter(sending -> sending.equals(post.state()) || takeUp(post, sending));
    }

    /**
     * Queues the messages before the state changes. The messages that came while the post did not go out are gone, and
     * {@link org.clubpost.core.care.Supervise} passes over a post that is sending. So nothing else would queue their
     * ranges.
     */
    private boolean takeUp(Post post, PostState.Sending sending) {
        plan.resume(post.id());
        return ports.posts().replace(post, post.with(sending)) || work.isGoingOut(post.id());
    }
}
