package org.clubpost.function.cognito;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.clubpost.core.UnavailableException;

/**
 * Does something for as long as somebody waits for it, and no longer. What is under way when the time is over is
 * interrupted: the SDK gives up before its next call or its next try.
 *
 * @param limit how long it may take
 */
record InTime(Duration limit) {

    /**
     * Does it on a thread of its own.
     *
     * @return what it gave
     * @throws UnavailableException when it was not done in time; some of it may have been
     */
    <T> T get(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new UnavailableException("it took longer than " + limit, late);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an error in the work", failed.getCause());
        }
    }
}
