package org.clubpost.local.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Forces many files to the disk, some at the same time: a file system brings them there together, in a fraction of the
 * time that one after the other takes. For one thread at a time.
 */
final class Forces implements AutoCloseable {

    private static final int THREADS = 32;
    private static final int AT_ONCE = 512;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().name("force-", 0).daemon().factory());
    private final List<Callable<Path>> files = new ArrayList<>();

    /** Has the file forced, with its time, now or when this is closed. */
    void add(Path file) throws IOException {
        files.add(() -> force(file));
        if (files.size() == AT_ONCE) {
            forceAll();
        }
    }

    private static Path force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return file;
    }

    private void forceAll() throws IOException {
        try {
            for (var done : threads.invokeAll(files)) {
                done.get();
            }
            files.clear();
        } catch (ExecutionException e) {
            throw new IOException("a file cannot be forced to the disk", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** When this returns, all are on the disk. */
    @Override
    public void close() throws IOException {
        try {
            forceAll();
        } finally {
            threads.shutdown();
        }
    }
}
