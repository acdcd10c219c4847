package org.clubpost.core.chaos;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

import org.clubpost.core.delivery.Sleeper;

/**
 * Virtual threads that run one at a time on the thread that calls {@link #run}, by a clock that jumps to the next
 * moment at which one of them goes on. The same program with the same seeds runs the same way each time, however many
 * threads it has.
 *
 * <p>A virtual thread that is started by another runs on the same executor, so this holds for threads that the code
 * under test starts. The JDK offers no way to choose that executor, so the tests open {@code java.lang} to us ({@code
 * --add-opens} in the parent's pom).
 */
public final class VirtualTime implements InstantSource, Sleeper {

    private static final Method NEW_THREAD = newThread();

    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private Instant now;
    private long number;

    private record Event(Instant at, long number, Runnable what) {}

    /** Begins at that time. */
    public VirtualTime(Instant start) {
        now = start;
    }

    private static Method newThread() {
        try {
            var method = Class.forName("java.lang.ThreadBuilders").getDeclaredMethod("newVirtualThread", Executor.class,
                    String.class, int.class, Runnable.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another JDK than 25", e);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Starts a thread. */
    public void start(Runnable work) {
        try {
            ((Thread) NEW_THREAD.invoke(null, (Executor) ready::add, "virtual", 0, work)).start();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another JDK than 25", e);
        }
    }

    /** Has something done then; it must not wait for anything. */
    public void at(Instant when, Runnable what) {
        events.add(new Event(when.isBefore(now) ? now : when, number++, what));
    }

    /** Lets that much time pass for the thread that calls. */
    public void pass(Duration time) {
        until(now.plus(time));
    }

    @Override
    public void until(Instant when) {
        var thread = Thread.currentThread();
        var due = new boolean[1];
        at(when, () -> {
            due[0] = true;
            LockSupport.unpark(thread);
        });
        while (!due[0]) {
            LockSupport.park();
        }
    }

    /** Runs until nothing is left to be done, or until that time. */
    public void run(Instant end) {
        for (;;) {
            var next = ready.poll();
            if (next != null) {
                next.run();
                continue;
            }
            var event = events.poll();
            if (event == null || event.at().isAfter(end)) {
                return;
            }
            now = event.at();
            event.what().run();
        }
    }
}
