package org.clubpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;

/** Makes a data directory of an archive that {@link Backup} wrote. */
public final class Restore {

    private final DataLayout data;
    private final InstantSource clock;

    /** Into that directory, which must be empty or not there. */
    public Restore(DataLayout data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * What was restored.
     *
     * @param mails how many mails
     * @param parked how many posts were under way when the backup was made, and now wait for a person
     */
    public record Restored(int mails, int parked) {}

    /**
     * Restores it. Posts that were under way in the archive are parked: the service that it was taken from may have
     * sent them since. When it breaks off, a mark is left, and no service starts on the directory.
     *
     * @throws RestoreFailure when the archive or the directory is not fit for it
     */
    public Restored from(Path archive) throws RestoreFailure, IOException {
        requireEmpty();
        try (var zip = new ZipFile(archive.toFile())) {
            requireReadable(zip);
            var files = DurableFiles.in(data.root());
            files.makeFolder(data.root());
            files.mark(data.unfinishedRestore());
            var mails = 0;
            for (var entry : Collections.list(zip.entries())) {
                mails += extract(zip, entry, files) ? 1 : 0;
            }
            var parked = park();
            files.forceFolder(data.root());
            files.delete(data.unfinishedRestore());
            files.forceFolder(data.root());
            return new Restored(mails, parked);
        } catch (ZipException e) {
            throw new RestoreFailure("This is no backup of Clubpost, or it is damaged.", e);
        } catch (OpenFailure e) {
            throw new RestoreFailure(switch (e.reason()) {
                case DAMAGED -> "The database in the backup is damaged.";
                case NEWER -> "A newer version of Clubpost made the backup. Restore it with that version.";
                case UNUSABLE -> "The restored database cannot be opened: " + e.getMessage();
            }, e);
        }
    }

    private void requireEmpty() throws RestoreFailure, IOException {
        if (!Files.exists(data.root())) {
            return;
        }
        if (!Files.isDirectory(data.root())) {
            throw new RestoreFailure(data.root() + " is a file. Name a directory that is empty or not there.");
        }
        try (var entries = Files.list(data.root())) {
            if (entries.findAny().isPresent()) {
                throw new RestoreFailure(data.root() + " is not empty. A backup is restored into a directory that is"
                        + " empty or not there; name another one with --data.");
            }
        }
    }

    private static void requireReadable(ZipFile zip) throws RestoreFailure, IOException {
        var head = zip.getEntry(ArchiveHead.NAME);
        if (head == null) {
            throw new RestoreFailure("This is no backup of Clubpost.");
        }
        try (var in = zip.getInputStream(head)) {
            if (ArchiveHead.read(in).format() > ArchiveHead.FORMAT) {
                throw new RestoreFailure(
                        "A newer version of Clubpost made the backup. Restore it with that version.");
            }
        }
    }

    /** Writes one file, and says whether it is a mail. */
    private boolean extract(ZipFile zip, ZipEntry entry, DurableFiles files) throws RestoreFailure, IOException {
        if (entry.isDirectory() || entry.getName().equals(ArchiveHead.NAME)) {
            return false;
        }
        var file = data.root().resolve(entry.getName()).normalize();
        if (!isKnown(file)) {
            throw new RestoreFailure("The backup holds a file that does not belong there: " + entry.getName());
        }
        try (var in = zip.getInputStream(entry)) {
            files.write(file, in::transferTo);
        }
        if (entry.getComment() != null) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(millis(entry)));
        }
        return file.startsWith(data.mail());
    }

    private static long millis(ZipEntry entry) throws RestoreFailure {
        try {
            return Long.parseLong(entry.getComment());
        } catch (NumberFormatException e) {
            throw new RestoreFailure("The backup is damaged at " + entry.getName() + ".", e);
        }
    }

    private boolean isKnown(Path file) {
        return file.equals(data.database()) || file.equals(data.secrets()) || file.startsWith(data.mail())
                || file.startsWith(data.events());
    }

    private int park() throws OpenFailure, IOException {
        try (var database = SqliteDatabase.open(data.database(), clock)) {
            return new InFlight(data, database, clock).park();
        } catch (SQLException e) {
            throw new IOException("the restored database does not close", e);
        }
    }
}
