package org.clubpost.core;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long a piece of work may take. The time is that of the thread's processor: waiting for a database, or for other
 * work on a busy machine, says nothing of the work itself. Work is not interrupted. It is stopped at the next place
 * where it {@linkplain #check() looks}, so whoever works for long looks now and then.
 */
public final class Deadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** Thrown by work that takes too long. */
    public static final class Exceeded extends RuntimeException {

        private Exceeded() {
            super("it took too long");
        }
    }

    /**
     * Does the work in this thread, within that time.
     *
     * @throws Exceeded when the work took longer and looked
     */
    public static <T> T within(Duration time, Supplier<T> work) {
        return ScopedValue.where(CURRENT, new Deadline(now() + time.toNanos())).call(work::get);
    }

    /**
     * Stops the work when its time is over. Does nothing where no deadline was set.
     *
     * @throws Exceeded when it is
     */
    public static void check() {
        if (CURRENT.isBound() && now() > CURRENT.get().endNanos) {
            throw new Exceeded();
        }
    }

    /** The clock on the wall, on a machine that does not count the time of threads. */
    private static long now() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
