package org.clubpost.local.lambda;

import static java.lang.System.Logger.Level.WARNING;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * EventBridge's schedule on one machine. A handler is called at once, and then again and again, whatever it fails with.
 */
public final class Schedule implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Schedule.class.getName());
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("schedule").daemon().factory());

    /**
     * @param name the function's name
     * @param handler what to call
     * @param every the time from one call to the next
     */
    public Schedule(String name, RequestHandler<ScheduledEvent, @Nullable Void> handler, Duration every) {
        this(name, () -> handler.handleRequest(new ScheduledEvent(), new LocalContext(name, TIMEOUT)), every);
    }

    /**
     * @param name what the log calls it
     * @param work what to do; a fault in it is logged, and it is done again next time
     * @param every the time from one end to the next beginning
     */
    public Schedule(String name, Runnable work, Duration every) {
        var _ = thread.scheduleWithFixedDelay(() -> call(name, work), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void call(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            LOG.log(WARNING, name + " outcome=comes-again", fault);
        }
    }

    /**
     * Waits until the call under way has ended, and stops. An interrupt would close the file that a mail is being
     * written to, for everybody, so it is the last resort.
     */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
