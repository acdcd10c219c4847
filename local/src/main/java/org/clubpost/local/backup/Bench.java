package org.clubpost.local.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.files.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * A folder for its owner only, beside the archive, in which the archive is made. It goes when it is closed, and when the
 * process is told to end. What a killed process left behind, the next one beside it removes: a lock says which are in
 * use.
 */
final class Bench implements AutoCloseable {

    private static final String NAME = ".clubpost-backup~";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;
    private final Thread removal;

    private Bench(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.removal = new Thread(this::removeQuietly, "backup-removal");
    }

    /** Makes one beside that file. */
    static Bench beside(Path archive) throws IOException {
        var place = Objects.requireNonNull(archive.toAbsolutePath().getParent());
        removeForgotten(place);
        var folder = place.resolve(NAME + ProcessHandle.current().pid() + "-" + System.nanoTime());
        DurableFiles.in(folder).makeFolder(folder);
        OwnerOnly.createFile(folder.resolve(LOCK));
        var lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        var bench = new Bench(folder, lock);
        Runtime.getRuntime().addShutdownHook(bench.removal);
        if (lock.tryLock() == null) {
            throw new IOException("a new file is locked");
        }
        return bench;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    private static void removeForgotten(Path place) throws IOException {
        List<Path> benches;
        try (var entries = Files.list(place)) {
            benches = entries.filter(entry -> entry.getFileName().toString().startsWith(NAME)).filter(Bench::isOurs)
                    .toList();
        }
        for (var bench : benches) {
            if (isForgotten(bench)) {
                remove(bench);
            }
        }
    }

    /** In a folder such as {@code /tmp} others may put something of that name. */
    private static boolean isOurs(Path bench) {
        try {
            var lock = bench.resolve(LOCK);
            return Files.isDirectory(bench, LinkOption.NOFOLLOW_LINKS)
                    && OwnerOnly.isClosed(bench)
                    && (Files.notExists(lock, LinkOption.NOFOLLOW_LINKS)
                            || Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS))
                    && Files.isWritable(bench);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isForgotten(Path bench) {
        try (var file = FileChannel.open(bench.resolve(LOCK), StandardOpenOption.WRITE); var lock = file.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException killedBeforeOrAfter) {
            return isOld(bench);
        } catch (IOException | RuntimeException inUseOrNotOurs) {
            return false;
        }
    }

    /** Nobody takes so long from making the folder to locking it. */
    private static boolean isOld(Path bench) {
        try {
            return Files.getLastModifiedTime(bench).toInstant().isBefore(Instant.now().minus(Duration.ofMinutes(1)));
        } catch (IOException gone) {
            return false;
        }
    }

    private static void remove(Path bench) throws IOException {
        Files.walkFileTree(bench, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void removeQuietly() {
        try {
            remove(folder);
        } catch (IOException stays) {
            // The next backup beside it removes it.
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        removeQuietly();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException ends) {
            // Then it runs, and finds nothing.
        }
    }
}
