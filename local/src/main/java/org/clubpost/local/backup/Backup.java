package org.clubpost.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clubpost.local.DataLayout;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.files.OwnerOnly;
import org.clubpost.local.sqlite.SqliteDatabase;

/**
 * One archive of the database, the mails and the keys of a data directory, consistent although the service runs. The
 * built-in mailbox, the log and what only a running service needs are not in it.
 *
 * <p><b>Order.</b> The marks of the mails that are to be taken in come first, then the database as of one moment, then
 * the mails. So a mail that was taken in meanwhile has its mark or its post in the archive, or both. Every mail that the
 * database names is there, because a mail is written before its post.
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
     * Writes it.
     *
     * @param database the directory's database, open
     * @param archive the file to write, which only its owner can read; it is whole or not there
     * @param now when the backup begins
     */
    public void write(SqliteDatabase database, Path archive, Instant now) throws IOException {
        var folder = archive.toAbsolutePath().getParent();
        var marks = marks();
        var copy = Files.createTempFile(folder, "clubpost", ".db");
        try {
            OwnerOnly.close(copy);
            database.copyTo(copy);
            DurableFiles.in(folder).write(archive, out -> write(out, marks, copy, now));
        } catch (SQLException e) {
            throw new IOException("the database cannot be copied", e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private List<Path> marks() throws IOException {
        if (!Files.isDirectory(data.events())) {
            return List.of();
        }
        try (var files = Files.list(data.events())) {
            return files.filter(Backup::isOurs).toList();
        }
    }

    private static boolean isOurs(Path file) {
        return !DurableFiles.isLeftover(file.getFileName().toString());
    }

    private void write(OutputStream out, List<Path> marks, Path database, Instant now) throws IOException {
        // Not closed here: that would close what it writes to.
        var zip = new ZipOutputStream(out);
        zip.setComment("A backup of Clubpost. It holds secrets.");
        zip.putNextEntry(new ZipEntry(ArchiveHead.NAME));
        zip.write(new ArchiveHead(ArchiveHead.FORMAT, now).text());
        add(zip, data.secrets(), data.secrets());
        for (var mark : marks) {
            zip.putNextEntry(new ZipEntry(name(mark)));
        }
        add(zip, database, data.database());
        for (var mail : mails()) {
            try {
                add(zip, mail, mail);
            } catch (NoSuchFileException itsTimeWasOver) {
                continue;
            }
        }
        zip.finish();
    }

    private List<Path> mails() throws IOException {
        if (!Files.isDirectory(data.mail())) {
            return List.of();
        }
        var mails = new ArrayList<Path>();
        try (var files = Files.walk(data.mail())) {
            files.filter(file -> Files.isRegularFile(file) && isOurs(file)).forEach(mails::add);
        }
        return mails;
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
