package org.clubpost.cli.members;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the process is to end (Ctrl-C, SIGTERM) while people are brought in. It lets the part that is being done
 * come to its end, and then says how far things are.
 */
final class Interruption implements AutoCloseable {

    private static final long MOST_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Consumer<String> out;
    private final Thread hook = new Thread(this::end, "import-interrupted");
    private volatile boolean isWanted;
    private volatile @Nullable Intake intake;

    /**
     * @param out where to say it
     */
    Interruption(Consumer<String> out) {
        this.out = out;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Says it, once the part that is being done is done. */
    void end() {
        isWanted = true;
        var begun = intake;
        if (begun == null) {
            out.accept("Stopped before anybody was brought in.");
            return;
        }
        try {
            // Whoever works looks between two parts, and then closes this.
            var _ = ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.accept(begun.stopped());
    }

    /** From now on people are brought in. */
    void begin(Intake begun) {
        intake = begun;
    }

    /** Whether the process is to end. */
    boolean isWanted() {
        return isWanted;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException isEnding) {
            // The hook runs, and says what is to be said.
        }
    }
}
