package org.clubpost.local.files;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One force for all who wait for one at the same time (group commit). A caller that comes while a force is under way
 * cannot be covered by it, so it waits for the next one, together with all others that came meanwhile.
 */
public final class SharedForce {

    private final Force force;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable CompletableFuture<@Nullable Void> next;

    /** Brings to the disk what was written. */
    @FunctionalInterface
    public interface Force {

        /** Returns when everything that was written before the call is on the disk. */
        void force() throws IOException;
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
    // A round is itself and nobody else.
    @SuppressWarnings("ReferenceEquality")
    public void force() throws IOException {
        var mine = new CompletableFuture<@Nullable Void>();
        var joined = join(mine);
        if (joined == mine) {
            run(mine);
        }
        try {
            joined.join();
        } catch (CompletionException e) {
            throw new IOException("what was written may not be on the disk", e.getCause());
        }
    }

    /** The round of those who wait for the next force. Who begins one has to run it. */
    private synchronized CompletableFuture<@Nullable Void> join(CompletableFuture<@Nullable Void> begun) {
        var joined = next == null ? begun : next;
        next = joined;
        return joined;
    }

    /** From here on, newcomers begin a new round. */
    private synchronized void close() {
        next = null;
    }

    private void run(CompletableFuture<@Nullable Void> round) {
        turn.lock();
        try {
            close();
            force.force();
            round.complete(null);
        } catch (IOException e) {
            round.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            round.completeExceptionally(e);
            throw e;
        } finally {
            turn.unlock();
        }
    }
}
