package org.clubpost.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.clubpost.core.store.MailKey;

/**
 * The threads that take mails in. Small mails are taken in side by side, and large ones one after the other, so that
 * what all need together fits into the heap. A mail that is tried again has a lane of its own, where it keeps no new one
 * waiting.
 */
final class Lanes {

    private static final int SIDE_BY_SIDE = 3;
    /** Reading and preparing a mail takes several times its size. */
    private static final long LARGE_OCTETS = 4L << 20;

    private final ToLongFunction<MailKey> size;
    private final ReentrantLock large = new ReentrantLock();
    private final ThreadPoolExecutor smallOnes = threads(SIDE_BY_SIDE, "receive-");
    private final ThreadPoolExecutor largeOnes = threads(1, "receive-large-");
    private final ScheduledThreadPoolExecutor again = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("receive-again").factory());

    /**
     * @param size the size of a mail in octets
     */
    Lanes(ToLongFunction<MailKey> size) {
        this.size = size;
        again.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ThreadPoolExecutor threads(int number, String name) {
        return new ThreadPoolExecutor(number, number, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name, 1).factory());
    }

    /** Has a new mail taken in. */
    void begin(MailKey mail, Runnable work) {
        var isLarge = isLarge(mail);
        (isLarge ? largeOnes : smallOnes).execute(() -> run(isLarge, work));
    }

    /** Has a mail taken in after a pause, when it is its turn among those that were tried before. */
    void again(MailKey mail, Duration pause, Runnable work) {
        var _ = again.schedule(() -> run(isLarge(mail), work), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it is not closed. */
    boolean isOpen() {
        return !again.isShutdown();
    }

    private boolean isLarge(MailKey mail) {
        return size.applyAsLong(mail) > LARGE_OCTETS;
    }

    private void run(boolean isLarge, Runnable work) {
        if (!isLarge) {
            work.run();
            return;
        }
        large.lock();
        try {
            work.run();
        } finally {
            large.unlock();
        }
    }

    /** Begins nothing more, and waits for that long at most until what was begun has ended. */
    void close(Duration longest) {
        var all = List.of(again, smallOnes, largeOnes);
        for (var lane : all) {
            lane.shutdown();
            // What waits is not interrupted, because it has not begun.
            lane.getQueue().clear();
        }
        try {
            var end = System.nanoTime() + longest.toNanos();
            for (var lane : all) {
                if (!lane.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    lane.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
