package org.clubpost.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The directory that holds everything that lasts. One service has it to itself while this is open. */
final class DataDirectory implements AutoCloseable {

    /** What the service puts there, apart from its log. */
    private static final Set<String> OURS = Set.of("lock", "table", "bucket", "mailbox", "events", "secrets.properties",
            "service.properties");
    private static final String LOG = "clubpost.log";
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
     * it holds other things too.
     *
     * @throws StartFailure when another service has the directory, or it cannot be written
     */
    static DataDirectory take(Path path) throws StartFailure {
        try {
            Files.createDirectories(path);
            if (isOnlyOurs(path)) {
                closeToOthers(path);
            }
            var lock = lock(path);
            if (lock == null) {
                throw new StartFailure("Another Clubpost is running on the data in " + path
                        + ". Stop it first, or give this one a directory of its own with --data.");
            }
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw new StartFailure("The data directory " + path + " cannot be used (" + reason(e)
                    + "). Choose another one with --data.");
        }
    }

    /** Whether the service put everything there: a directory such as {@code /tmp} must not be closed to others. */
    static boolean isOnlyOurs(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name -> OURS.contains(name) || name.startsWith(LOG));
        }
    }

    /** When the file system has no such permissions, or somebody else owns the directory, it stays as it is. */
    static void closeToOthers(Path directory) {
        var view = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        } catch (IOException notAllowed) {
            // Then its owner has said who may look into it.
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Exception", "");
    }

    /** The command line looks at the lock for a moment now and then, so one refusal proves nothing. */
    private static @Nullable FileLock lock(Path path) throws IOException {
        var file = FileChannel.open(lockFile(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
