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
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Hands the copies of some members to the provider, several at a time and no faster than permitted. It says what became
 * of each, and records nothing.
 */
final class Copies {

    /**
     * How many octets of mail may be on their way at a time. Copies of 40 MB go out one after another; of copies of 3
     * KB, as many as are allowed go out together.
     */
    private static final long MOST_OCTETS = 64L << 20;
    /** How often a copy is tried again when the provider says that we are too fast, before the whole range rests. */
    private static final int PATIENCE = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Outbox outbox;
    private final Pacing pacing;
    private final int concurrency;
    private final InstantSource clock;

    /**
     * What keeps the sending slow enough.
     *
     * @param permits says when a copy may go out
     * @param waiting passes the time until then
     * @param random spreads the repeats of copies that were too fast
     */
    record Pacing(SendPermits permits, Sleeper waiting, RandomGenerator random) {}

    Copies(Outbox outbox, Pacing pacing, int concurrency, InstantSource clock) {
        this.outbox = outbox;
        this.pacing = pacing;
        this.concurrency = concurrency;
        this.clock = clock;
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
    List<Fate> send(MailingList list, PreparedMail mail, List<Subscriber.Confirmed> members, Tenure tenure) {
        if (members.isEmpty()) {
            return List.of();
        }
        var run = new Run(list, mail, members, tenure);
        var threads = Math.min(members.size(), atATime(mail));
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
        return List.copyOf(run.fates);
    }

    private int atATime(PreparedMail mail) {
        return Math.clamp(MOST_OCTETS / Math.max(1, mail.sizeBytes()), 1, concurrency);
    }

    /** The sending to these members. */
    private final class Run {

        private final MailingList list;
        private final PreparedMail mail;
        private final List<Subscriber.Confirmed> members;
        private final Tenure tenure;
        private final List<Fate> fates;
        private final AtomicInteger next = new AtomicInteger();
        private volatile Optional<Stop> stopped = Optional.empty();

        Run(MailingList list, PreparedMail mail, List<Subscriber.Confirmed> members, Tenure tenure) {
            this.list = list;
            this.mail = mail;
            this.members = members;
            this.tenure = tenure;
            this.fates = Collections.synchronizedList(
                    new ArrayList<>(Collections.nCopies(members.size(), new Fate.Left(new Stop.OutOfTime()))));
        }

        void work() {
            for (var i = next.getAndIncrement(); i < members.size(); i = next.getAndIncrement()) {
                fates.set(i, fate(members.get(i)));
            }
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
                var fate = stopped.<Fate>map(Fate.Left::new).orElseGet(() -> attempt(member));
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

        /** Tries until the provider's answer is not about our speed. */
        private Fate attempt(Subscriber.Confirmed member) {
            for (var tried = 0;; tried++) {
                var barred = permit();
                if (barred.isPresent()) {
                    return new Fate.Left(barred.get());
                }
                var outcome = outbox.send(new OutgoingMail(list.address(ListRole.BOUNCES), member.person().address(),
                        mail.copyFor(member)));
                if (!(outcome instanceof SendOutcome.Deferred deferred)) {
                    return new Fate.Answered(outcome);
                }
                if (deferred.cause() != DeferralCause.TOO_FAST || tried == PATIENCE) {
                    return new Fate.Left(new Stop.PutOff(deferred));
                }
                pacing.permits().slowDown(clock.instant());
                var pause = FIRST_PAUSE.multipliedBy(1L << tried);
                pacing.waiting().until(clock.instant().plusNanos(pacing.random().nextLong(pause.toNanos())));
            }
        }

        /**
         * Waits for the right to send.
         *
         * @return what bars it, if anything
         */
        private Optional<Stop> permit() {
            for (;;) {
                var now = clock.instant();
                if (!now.isBefore(tenure.end())) {
                    return Optional.of(new Stop.OutOfTime());
                }
                switch (pacing.permits().take(now)) {
                    case SendPermits.Permit.Granted _ -> {
                        return Optional.empty();
                    }
                    case SendPermits.Permit.DaySpent _ -> {
                        return Optional.of(new Stop.PutOff(new SendOutcome.Deferred(DeferralCause.DAY_SPENT,
                                Reason.of(Reason.Cause.DAY_SPENT))));
                    }
                    case SendPermits.Permit.NotBefore(var until) -> {
                        if (!until.isBefore(tenure.end())) {
                            return Optional.of(new Stop.OutOfTime());
                        }
                        pacing.waiting().until(until);
                    }
                }
            }
        }
    }
}
