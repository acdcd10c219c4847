package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.PostId;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Hands the copies of some members to the provider, several at a time and no faster than permitted. It says what became
 * of each, and records nothing.
 */
final class Copies {

    private final HandOver handOver;
    private final int concurrency;

    /**
     * What keeps the sending slow enough.
     *
     * @param permits says when a copy may go out
     * @param waiting passes the time until then
     * @param random spreads the repeats of copies that were too fast
     */
    record Pacing(SendPermits permits, Sleeper waiting, RandomGenerator random) {}

    Copies(Outbox outbox, Pacing pacing, int concurrency, InstantSource clock) {
        this.handOver = new HandOver(outbox, pacing, clock);
        this.concurrency = concurrency;
    }

    /** What became of one member's copy. */
    sealed interface Fate {

        /** The provider answered, or took the copy and said nothing. */
        record Answered(SendOutcome outcome) implements Fate {}

        /** It was not sent, and still has to be. */
        record Left(Stop why) implements Fate {}
    }

    /** Why not all copies were sent. */
    sealed interface Stop {

        /** The provider takes nothing at the moment. */
        record PutOff(SendOutcome.Deferred reason) implements Stop {}

        /**
         * A fault of ours hit one member. The others are recorded first; otherwise each repeat would send them one more
         * copy.
         */
        record Fault(Exception bug) implements Stop {}

        /**
         * Something is wrong with the whole process, such as a lack of memory. No member's copy caused it, and no
         * further copy is begun.
         */
        record Broken(Error error) implements Stop {}

        /** The time for which the range is ours is over, or nearly over. */
        record OutOfTime() implements Stop {}
    }

    /** The time within which copies may be handed over, and how it is extended while that takes long. */
    interface Tenure {

        /** The moment from which no copy may be handed over, as known now. */
        Instant end();

        /** How long to wait for copies under way before {@link #extend} is called. */
        Duration rhythm();

        /** Called again and again while copies are under way. */
        void extend();
    }

    /** What became of each member's copy, in the order of the members. */
    List<Fate> send(MailingList list, PostId post, PreparedMail mail, List<Subscriber.Confirmed> members,
            Tenure tenure) {
        if (members.isEmpty()) {
            return List.of();
        }
        var run = new Run(list, post, mail, members, tenure);
        var threads = Math.clamp(HandOver.atATime(mail.sizeBytes()), 1, Math.min(members.size(), concurrency));
        var finished = new CountDownLatch(threads);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < threads; thread++) {
                executor.execute(() -> {
                    try {
                        run.work();
                    } finally {
                        finished.countDown();
                    }
                });
            }
            try {
                while (!finished.await(tenure.rhythm().toNanos(), TimeUnit.NANOSECONDS)) {
                    tenure.extend();
                }
            } catch (InterruptedException e) {
                run.stop();
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new UnavailableException("interrupted while sending", e);
            }
        }
        return run.fates();
    }

    /** The sending to these members. */
    private final class Run implements HandOver.Watch {

        private final MailingList list;
        private final PostId post;
        private final PreparedMail mail;
        private final List<Subscriber.Confirmed> members;
        private final Tenure tenure;
        private final List<Fate> fates;
        private final AtomicInteger next = new AtomicInteger();
        private volatile Optional<Stop> stopped = Optional.empty();

        Run(MailingList list, PostId post, PreparedMail mail, List<Subscriber.Confirmed> members, Tenure tenure) {
            this.list = list;
            this.post = post;
            this.mail = mail;
            this.members = members;
            this.tenure = tenure;
            this.fates = Collections.synchronizedList(
                    new ArrayList<>(Collections.nCopies(members.size(), new Fate.Left(new Stop.OutOfTime()))));
        }

        @Override
        public Tenure tenure() {
            return tenure;
        }

        @Override
        public Optional<Stop> stopped() {
            return stopped;
        }

        void work() {
            for (var i = next.getAndIncrement(); i < members.size(); i = next.getAndIncrement()) {
                fates.set(i, fate(members.get(i)));
            }
        }

        /**
         * What became of each. When the provider takes nothing more from us, nobody's refusal counts: they are tried
         * again with the others.
         */
        List<Fate> fates() {
            return fates.stream().filter(Run::isLimit).findFirst().map(limit -> fates.stream()
                    .map(fate -> fate instanceof Fate.Answered(SendOutcome.Doubtful _) ? limit : fate).toList())
                    .orElseGet(() -> List.copyOf(fates));
        }

        private static boolean isLimit(Fate fate) {
            return fate instanceof Fate.Left(Stop.PutOff(var reason)) && reason.cause() == DeferralCause.LIMITED;
        }

        /**
         * To be called before the threads are interrupted. Otherwise a thread whose copy broke off would begin the
         * next.
         */
        void stop() {
            stopped = Optional.of(new Stop.OutOfTime());
        }

        private Fate fate(Subscriber.Confirmed member) {
            try {
                var fate = stopped.<Fate>map(Fate.Left::new).orElseGet(
                        () -> handOver.send(list, post, member, mail.copyFor(member), this));
                if (fate instanceof Fate.Left(var why) && !(why instanceof Stop.Fault)) {
                    stopped = Optional.of(why);
                }
                return fate;
            } catch (Exception bug) {
                return new Fate.Left(new Stop.Fault(bug));
            } catch (Error error) {
                var broken = new Stop.Broken(error);
                stopped = Optional.of(broken);
                return new Fate.Left(broken);
            }
        }
    }
}
