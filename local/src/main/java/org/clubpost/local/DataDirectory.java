package org.clubpost.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.files.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** The directory that holds everything that lasts. One service has it to itself while this is open. */
final class DataDirectory implements AutoCloseable {

    private static final String PROBE = ".probe~";
    /** The command line may be writing a file at this moment. */
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);
    private static final int LOCK_ATTEMPTS = 5;
    private static final long LOCK_PAUSE_MILLIS = 100;

    private final Path path;
    private final FileLock lock;

    private DataDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, and creates it when it does not exist. From then on only its owner can look into it, unless
     * it holds other things too; what is ours in it is for its owner only in any case.
     *
     * @throws StartFailure when another service has the directory, or data cannot be kept there
     */
    static DataDirectory take(Path path) throws StartFailure {
        var place = new Place(path);
        try {
            DurableFiles.in(path).makeFolder(path);
            place.checkThatItIsNear();
            checkOwner(place);
            if (isOnlyOurs(path)) {
                OwnerOnly.close(path);
            }
            var lock = lock(path);
            if (lock == null) {
                throw new StartFailure("Another Clubpost is running on the data in " + path
                        + ". Stop it first, or give this one a directory of its own with --data.");
            }
            closeWhatIsOurs(path);
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw place.failure(e);
        }
    }

    /** Also shows whether anything can be written there at all. */
    private static void checkOwner(Place place) throws StartFailure, IOException {
        var probe = place.path().resolve(PROBE + ProcessHandle.current().pid());
        OwnerOnly.createFile(probe);
        try {
            place.checkThatNobodyElseCanChangeIt(probe);
            place.checkThatItIsOurs(lockFile(place.path()), probe);
            place.checkThatItIsOurs(new DataLayout(place.path()).database(), probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Whether the service put everything there: a directory such as {@code /tmp} must not be closed to others. */
    static boolean isOnlyOurs(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.allMatch(DataDirectory::isOurs);
        }
    }

    private static boolean isOurs(Path entry) {
        var name = entry.getFileName().toString();
        return DataLayout.isOurs(name) || isLeftover(name);
    }

    private static boolean isLeftover(String name) {
        return name.startsWith(PROBE) || DurableFiles.isLeftover(name);
    }

    /** Closes what an earlier version or somebody's copying left open, and deletes what a killed process left. */
    private static void closeWhatIsOurs(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            for (var entry : entries.filter(DataDirectory::isOurs).toList()) {
                if (!isLeftover(entry.getFileName().toString())) {
                    OwnerOnly.close(entry);
                } else if (Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(LONGEST_WRITE))) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }

    /** The command line looks at the lock for a moment now and then, so one refusal proves nothing. */
    private static @Nullable FileLock lock(Path path) throws IOException {
        OwnerOnly.createFile(lockFile(path));
        var file = FileChannel.open(lockFile(path), StandardOpenOption.WRITE);
        for (var attempt = 1; attempt <= LOCK_ATTEMPTS; attempt++) {
            try {
                var lock = file.tryLock();
                if (lock != null) {
                    return lock;
                }
                TimeUnit.MILLISECONDS.sleep(LOCK_PAUSE_MILLIS);
            } catch (OverlappingFileLockException takenInThisProcess) {
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        file.close();
        return null;
    }

    /** Whether a service has the directory at the moment. */
    static boolean isTaken(Path path) throws IOException {
        if (!Files.exists(lockFile(path))) {
            return false;
        }
        try (var file = FileChannel.open(lockFile(path), StandardOpenOption.READ);
                var lock = file.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException takenInThisProcess) {
            return true;
        }
    }

    private static Path lockFile(Path path) {
        return path.resolve("lock");
    }

    /** Something in it. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Lets another service have it. */
    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
