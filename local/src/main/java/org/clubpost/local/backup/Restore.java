package org.clubpost.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.clubpost.core.UnavailableException;
import org.clubpost.local.DataLayout;
import org.clubpost.local.RunningService;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.files.OwnerOnly;
import org.clubpost.local.sqlite.Inspection;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.jspecify.annotations.Nullable;

/** Makes a data directory of an archive that {@link Backup} wrote. */
public final class Restore {

    private final DataLayout data;
    private final DurableFiles files;
    private final InstantSource clock;
    private final Set<Path> folders = new HashSet<>();

    /** Into that directory, which must be empty or not there. */
    public Restore(DataLayout data, InstantSource clock) {
        this.data = data;
        this.files = DurableFiles.in(data.root());
        this.clock = clock;
    }

    /**
     * What was restored.
     *
     * @param begun when the backup was begun
     * @param lists how many lists
     * @param mails how many mails
     * @param waiting the posts that wait for a person
     */
    public record Restored(Instant begun, int lists, long mails, Waiting waiting) {}

    /**
     * How many posts wait for a person.
     *
     * @param paused were going out when the backup was made, or had been paused
     * @param held for the owners or the author
     */
    public record Waiting(int paused, int held) {}

    /**
     * Restores it. Posts that were under way in the archive are parked: the service that it was taken from may have
     * sent them since. All of the archive is read before anything is written. When it fails, nothing is left; when it
     * is killed, a mark is left, and no service starts on the directory.
     *
     * @throws RestoreFailure when the archive or the directory is not fit for it
     */
    public Restored from(Path archive) throws RestoreFailure {
        var wasThere = Files.exists(data.root());
        try (var source = Archive.open(archive)) {
            requireEmpty(Set.of());
            var begun = source.check(room());
            begin();
            try {
                return restore(source, begun);
            } catch (RestoreFailure | IOException | RuntimeException e) {
                undo(wasThere);
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new RestoreFailure("This user may not read or write there: " + e.getFile(), e);
        } catch (IOException | UnavailableException e) {
            throw new RestoreFailure(String.valueOf(e.getMessage()).contains("No space")
                    ? "The disk is full. Make room, or name a directory on another disk. Nothing was restored."
                    : "Nothing was restored: " + e.getMessage() + ".", e);
        }
    }

    private void requireEmpty(Set<Path> but) throws RestoreFailure, IOException {
        if (!Files.exists(data.root())) {
            return;
        }
        if (!Files.isDirectory(data.root())) {
            throw new RestoreFailure(data.root() + " is a file. Name a directory that is empty or not there.");
        }
        if (RunningService.find(data.root()).isPresent()) {
            throw new RestoreFailure("A Clubpost is running on the data in " + data.root()
                    + ". A backup is restored into a directory that is empty or not there; name another one with"
                    + " --data.");
        }
        try (var entries = Files.list(data.root())) {
            if (!entries.allMatch(but::contains)) {
                throw new RestoreFailure(data.root() + " is not empty. A backup is restored into a directory that is"
                        + " empty or not there; name another one with --data.");
            }
        }
    }

    private long room() throws IOException {
        var there = data.root().toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /** From here on no service starts there. One that did just before has made its files, and keeps the directory. */
    private void begin() throws RestoreFailure, IOException {
        files.makeFolder(data.root());
        files.mark(data.unfinishedRestore());
        files.forceFolder(data.root());
        try {
            requireEmpty(Set.of(data.unfinishedRestore()));
        } catch (RestoreFailure e) {
            files.delete(data.unfinishedRestore());
            throw e;
        }
        OwnerOnly.close(data.root());
    }

    private Restored restore(Archive source, Instant begun) throws RestoreFailure, IOException {
        var mails = new int[1];
        try (var forces = new Forces()) {
            source.forEach((entry, kind, content) -> {
                if (kind != Kind.HEAD) {
                    forces.add(write(entry, kind, content));
                }
                mails[0] += kind == Kind.MAIL ? 1 : 0;
            });
        }
        requireSound();
        try (var database = SqliteDatabase.open(data.database(), clock)) {
            var waiting = new InFlight(data, database, clock).park(begun);
            for (var folder : folders) {
                files.forceFolder(folder);
            }
            files.delete(data.unfinishedRestore());
            files.forceFolder(data.root());
            return new Restored(begun, database.lists().all().size(), mails[0], waiting);
        } catch (SQLException | OpenFailure e) {
            throw new RestoreFailure("The restored database cannot be used: " + e.getMessage(), e);
        }
    }

    /** Writes one file with its time. Both are forced soon, and its name at the end. */
    private Path write(ZipEntry entry, Kind kind, InputStream content) throws RestoreFailure, IOException {
        var file = data.root().resolve(entry.getName());
        var above = Objects.requireNonNull(file.getParent());
        if (folders.add(above)) {
            files.makeFolder(above);
        }
        OwnerOnly.createFile(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
        }
        if (kind == Kind.MAIL) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(Archive.millis(entry)));
        }
        return file;
    }

    private void requireSound() throws RestoreFailure {
        try (var inspection = Inspection.open(data.database())) {
            if (inspection.isOfThisVersion() && !inspection.isAsWeMadeIt()) {
                throw new RestoreFailure("The database in the backup has other tables than Clubpost makes. Nothing was"
                        + " restored.");
            }
            if (inspection.faults().isEmpty()) {
                return;
            }
        } catch (SQLException e) {
            throw new RestoreFailure("The database in the backup is damaged. Nothing was restored.", e);
        }
        throw new RestoreFailure("The database in the backup is damaged. Nothing was restored.");
    }

    /** Removes what was written; the mark last, in case that this is killed. */
    private void undo(boolean keepRoot) throws IOException {
        Files.walkFileTree(data.root(), new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(data.unfinishedRestore())) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
                if (!folder.equals(data.root())) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.delete(data.unfinishedRestore());
        if (!keepRoot) {
            Files.delete(data.root());
        }
    }
}
