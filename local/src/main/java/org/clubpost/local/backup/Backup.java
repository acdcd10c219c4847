package org.clubpost.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.lambda.Marks;
import org.clubpost.local.sqlite.Faults;
import org.clubpost.local.sqlite.Inspection;
import org.clubpost.local.sqlite.SqliteDatabase;

/**
 * One archive of the database, the mails and the keys of a data directory, consistent although the service runs. The
 * built-in mailbox, the log and what only a running service needs are not in it.
 *
 * <p><b>Order.</b> The marks of the mails that are to be taken in come first, then the database as of one moment, then
 * the mails. A mail is written before its post, so every mail that the database needs is there. A mail that came before
 * the backup began has its mark or its post in the archive, or both. One that came later may have neither; it is known
 * by its time, and {@link Restore} holds it for the owners.
 *
 * <p><b>Shape.</b> A ZIP file. The comment of an entry is the time of last modification in milliseconds, which ZIP
 * itself keeps to the second only: a post's id comes from it.
 */
public final class Backup {

    private final DataLayout data;

    /** Of that data directory. */
    public Backup(DataLayout data) {
        this.data = data;
    }

    /**
     * What was written.
     *
     * @param mails how many mails
     * @param octets the size of the archive
     */
    public record Written(long mails, long octets) {}

    /**
     * Writes it.
     *
     * @param database the directory's database, open
     * @param archive the file to write, which only its owner can read; it is whole or not there
     * @param now when the backup begins
     * @throws BackupFailure when the database is damaged, or the archive cannot be written
     */
    public Written write(SqliteDatabase database, Path archive, Instant now) throws BackupFailure {
        if (Files.exists(archive)) {
            throw new BackupFailure(archive + " is there already. Choose another name; no backup is overwritten.");
        }
        try (var bench = Bench.beside(archive)) {
            var marks = marks();
            var copy = bench.resolve("clubpost.db");
            copy(database, copy);
            var made = bench.resolve("backup");
            var contents = new Contents();
            DurableFiles.in(bench.resolve("")).write(made, out -> contents.write(out, marks, copy, now));
            Files.move(made, archive);
            force(Objects.requireNonNull(archive.toAbsolutePath().getParent()));
            return new Written(contents.mails, Files.size(archive));
        } catch (IOException e) {
            throw new BackupFailure(reason(archive, e), e);
        }
    }

    private static void copy(SqliteDatabase database, Path copy) throws BackupFailure, IOException {
        try {
            database.copyTo(copy);
            try (var inspection = Inspection.open(copy)) {
                if (!inspection.faults().isEmpty()) {
                    throw new BackupFailure("The database is damaged, so no backup of it was made. ./clubpost check"
                            + " tells how much; the way back is an earlier backup: ./clubpost restore FILE --data"
                            + " NEW-DIR");
                }
            }
        } catch (SQLException e) {
            throw new BackupFailure("No backup was made: " + Faults.explain(e), e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (AccessDeniedException whereFoldersCannotBeOpened) {
            return;
        }
    }

    private static String reason(Path archive, IOException fault) {
        var text = String.valueOf(fault.getMessage());
        var why = switch (fault) {
            case NoSuchFileException _ -> "there is no such directory.";
            case AccessDeniedException _ -> "this user may not write there.";
            case FileAlreadyExistsException _ -> "somebody else made a file of that name.";
            case IOException _ when text.contains("No space") || text.contains("quota") ->
                "the disk is full. Make room, or name a file on another disk. While it is made, a backup takes the room"
                        + " of the database once more.";
            default -> text + ".";
        };
        return "No backup could be made at " + archive + ": " + why;
    }

    private List<Path> marks() throws IOException {
        if (!Files.isDirectory(data.events())) {
            return List.of();
        }
        try (var files = Files.list(data.events())) {
            return files.filter(file -> Marks.mail(file.getFileName().toString()).isPresent()).toList();
        }
    }

    /** Writes the entries, one file after the other, and counts the mails. */
    private final class Contents {

        private long mails;

        private void write(OutputStream out, List<Path> marks, Path database, Instant now) throws IOException {
            // Not closed here: that would close what it writes to.
            var zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment("A backup of Clubpost. It holds secrets.");
            zip.putNextEntry(new ZipEntry(ArchiveHead.NAME));
            zip.write(new ArchiveHead(ArchiveHead.FORMAT, now).text());
            add(zip, data.secrets(), data.secrets());
            for (var mark : marks) {
                zip.putNextEntry(new ZipEntry(name(mark)));
            }
            add(zip, database, data.database());
            if (Files.isDirectory(data.mail())) {
                addMails(zip);
            }
            zip.finish();
        }

        private void addMails(ZipOutputStream zip) throws IOException {
            Files.walkFileTree(data.mail(), new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && Kind.of(name(file)).equals(Optional.of(Kind.MAIL))) {
                        try {
                            add(zip, file, file);
                            mails++;
                        } catch (NoSuchFileException itsTimeWasOver) {
                            return FileVisitResult.CONTINUE;
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                    if (fault instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw fault;
                }
            });
        }

        private void add(ZipOutputStream zip, Path file, Path as) throws IOException {
            var entry = new ZipEntry(name(as));
            entry.setComment(Long.toString(Files.getLastModifiedTime(file).toMillis()));
            try (var in = Files.newInputStream(file)) {
                zip.putNextEntry(entry);
                in.transferTo(zip);
            }
        }

        private String name(Path file) {
            return data.root().relativize(file).toString().replace('\\', '/');
        }
    }
}
