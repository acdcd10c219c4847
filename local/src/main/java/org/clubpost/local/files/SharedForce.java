package org.clubpost.local.files;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One force for all who wait for one at the same time (group commit). A caller that comes while a force is under way
 * cannot be covered by it, so it waits for the next one, together with all others that came meanwhile.
 */
public final class SharedForce {

    private final Force force;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Round next;

    /** Brings to the disk what was written. */
    @FunctionalInterface
    public interface Force {

        /** Returns when everything that was written before the call is on the disk. */
        void force() throws IOException;
    }

    /** One force, and how it ended. */
    private static final class Round {

        private boolean over;
        private @Nullable IOException failure;
    }

    /** Shares that force. */
    public SharedForce(Force force) {
        this.force = force;
    }

    /**
     * Returns when everything that was written before the call is on the disk.
     *
     * @throws IOException to each of those for whom that force failed
     */
    public void force() throws IOException {
        var mine = join();
        turn.lock();
        try {
            if (!mine.over) {
                run(mine);
            }
            if (mine.failure != null) {
                throw new IOException("what was written may not be on the disk", mine.failure);
            }
        } finally {
            turn.unlock();
        }
    }

    private synchronized Round join() {
        var joined = next == null ? new Round() : next;
        next = joined;
        return joined;
    }

    /** From here on, newcomers make a new round. */
    private synchronized void close() {
        next = null;
    }

    private void run(Round round) {
        close();
        try {
            force.force();
        } catch (IOException e) {
            round.failure = e;
        } catch (RuntimeException | Error e) {
            round.failure = new IOException(e);
            throw e;
        } finally {
            round.over = true;
        }
    }
}
