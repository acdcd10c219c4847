package org.clubpost.local.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.local.sqlite.DatabaseHead;

/** A file that should be a backup. Anybody may have made it, so nothing in it is believed before it was looked at. */
final class Archive implements AutoCloseable {

    private final ZipFile zip;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    /** What is done with the content of an entry. */
    @FunctionalInterface
    interface Reader {

        /** Reads as much of it as it likes. */
        void read(ZipEntry entry, Kind kind, InputStream content) throws RestoreFailure, IOException;
    }

    /**
     * Opens it.
     *
     * @throws RestoreFailure when it is no archive, or its end is missing
     */
    static Archive open(Path file) throws RestoreFailure, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RestoreFailure("There is no file " + file + ".");
        }
        try {
            return new Archive(new ZipFile(file.toFile()));
        } catch (ZipException | EOFException e) {
            throw noBackup(file, e);
        }
    }

    private static RestoreFailure noBackup(Path file, Throwable cause) {
        return new RestoreFailure(file + " is no backup of Clubpost, or its end is missing. Nothing was restored.",
                cause);
    }

    /**
     * Reads all of it and writes nothing.
     *
     * @return when the backup was begun
     * @throws RestoreFailure when it is none of ours, damaged, of a newer version, or needs more room than there is
     */
    Instant check(long room) throws RestoreFailure, IOException {
        var created = head().created();
        var names = new HashSet<String>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        var octets = 0L;
        for (var entry : Collections.list(zip.entries())) {
            var kind = kind(entry);
            octets += entry.getSize();
            if (!names.add(entry.getName()) || entry.getSize() > kind.mostOctets() || octets > room) {
                throw octets > room
                        ? new RestoreFailure("The backup needs more room than there is: " + (room >> 20)
                                + " MB are free. Nothing was restored.")
                        : damaged(entry);
            }
            kinds.add(kind);
        }
        if (!kinds.containsAll(EnumSet.of(Kind.SECRETS, Kind.DATABASE))) {
            throw new RestoreFailure("The backup has no database or no secrets. Nothing was restored.");
        }
        forEach(Archive::check);
        return created;
    }

    private ArchiveHead head() throws RestoreFailure, IOException {
        var entry = zip.getEntry(ArchiveHead.NAME);
        if (entry == null) {
            throw noBackup(Path.of(zip.getName()), new IOException("it has no head"));
        }
        try (var in = zip.getInputStream(entry)) {
            var head = ArchiveHead.read(in.readNBytes((int) Kind.HEAD.mostOctets()));
            if (head.format() > ArchiveHead.FORMAT) {
                throw newer();
            }
            return head;
        } catch (IOException e) {
            throw new RestoreFailure("The backup is damaged at " + entry.getName() + ". Nothing was restored.", e);
        }
    }

    private static void check(ZipEntry entry, Kind kind, InputStream content) throws RestoreFailure, IOException {
        switch (kind) {
            case DATABASE -> {
                if (DatabaseHead.read(content).orElseThrow(() -> damaged(entry)).isNewer()) {
                    throw newer();
                }
            }
            case SECRETS -> {
                try {
                    InstallationSecrets.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IllegalStateException | IllegalArgumentException e) {
                    throw damaged(entry);
                }
            }
            case MAIL -> millis(entry);
            case HEAD, MARK -> {
                return;
            }
        }
    }

    /** Reads all entries, in their order, and makes sure that each is what was once written. */
    void forEach(Reader reader) throws RestoreFailure, IOException {
        for (var entry : Collections.list(zip.entries())) {
            try (var content = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                var kind = kind(entry);
                var counted = new Limited(content, entry.getSize());
                reader.read(entry, kind, counted);
                counted.transferTo(OutputStream.nullOutputStream());
                if (content.getChecksum().getValue() != entry.getCrc() || counted.left() != 0) {
                    throw damaged(entry);
                }
            } catch (ZipException | EOFException e) {
                throw damaged(entry);
            }
        }
    }

    private static Kind kind(ZipEntry entry) throws RestoreFailure {
        return Kind.of(entry.getName()).orElseThrow(() -> new RestoreFailure(
                "The backup holds a file that does not belong there: " + entry.getName() + ". Nothing was restored."));
    }

    /** The time of a file's last modification. */
    static long millis(ZipEntry entry) throws RestoreFailure {
        try {
            return Long.parseLong(String.valueOf(entry.getComment()));
        } catch (NumberFormatException e) {
            throw damaged(entry);
        }
    }

    private static RestoreFailure damaged(ZipEntry entry) {
        return new RestoreFailure("The backup is damaged at " + entry.getName() + ". Nothing was restored.");
    }

    private static RestoreFailure newer() {
        return new RestoreFailure("A newer version of Clubpost made the backup. Restore it with that version.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
