package org.clubpost.local.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;

/**
 * Each mail in a file of its own, under a name that says which it is: {@code inbound/news/ab12.eml}. There is no index.
 * Safe for use by many threads and processes.
 *
 * <p>The time of storing is the file's time of last modification, so a copy of the folder must keep the times. A key
 * with a part that is empty, {@code .} or {@code ..}, or too long for a name, is refused with an {@link
 * IllegalArgumentException}; nobody makes such keys.
 */
public final class FileMails implements MailStore {

    private final Path root;
    private final DurableFiles files;

    /**
     * The mails in that folder, which need not be there yet.
     *
     * @param root the folder
     */
    public FileMails(Path root) {
        this(root, DurableFiles.in(root));
    }

    FileMails(Path root, DurableFiles files) {
        this.root = root;
        this.files = files;
    }

    /** {@inheritDoc} That takes two forces, one of the file and one of the folder. */
    @Override
    public void put(MailKey key, MailContent content) {
        var file = MailPaths.of(key, root);
        try {
            files.write(file, content::writeTo);
        } catch (IOException e) {
            throw new UnavailableException("a mail cannot be written to the disk", e);
        }
    }

    @Override
    public Optional<StoredMail> find(MailKey key) {
        var file = MailPaths.of(key, root);
        try {
            return Optional.of(read(file));
        } catch (NoSuchFileException nothingThere) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnavailableException("a mail cannot be read from the disk", e);
        }
    }

    /** Reads again when another mail took the place meanwhile, so that the time is that of the octets. */
    private static StoredMail read(Path file) throws IOException {
        while (true) {
            var before = modified(file);
            var octets = Files.readAllBytes(file);
            if (modified(file).equals(before)) {
                return new StoredMail(MailContent.of(octets), before.truncatedTo(ChronoUnit.MILLIS));
            }
        }
    }

    private static Instant modified(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).lastModifiedTime().toInstant();
    }

    @Override
    public void remove(MailKey key) {
        try {
            files.delete(MailPaths.of(key, root));
        } catch (NoSuchFileException nothingThere) {
            // It is gone already.
        } catch (IOException e) {
            throw new UnavailableException("a mail cannot be deleted", e);
        }
    }

    @Override
    public Stream<MailKey> keys(String prefix) {
        return files(prefix).map(MailFile::key);
    }

    /** Where the mail of that key lies, if it is there. */
    public Path file(MailKey key) {
        return MailPaths.of(key, root);
    }

    /** The size of the mail of that key in octets; 0 when it is not there. */
    public long size(MailKey key) {
        return file(key).toFile().length();
    }

    private Stream<MailFile> files(String prefix) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new MailFolder(root, prefix), Spliterator.ORDERED), false);
    }

    /**
     * Deletes every mail that was stored before that time and is not needed.
     *
     * @return how many were deleted
     */
    int deleteStoredBefore(Instant limit, Set<MailKey> needed) {
        try (var all = files("")) {
            return (int) all.filter(file -> !needed.contains(file.key()) && isDeleted(file, limit)).count();
        }
    }

    private boolean isDeleted(MailFile file, Instant limit) {
        try {
            if (!modified(file.path()).isBefore(limit)) {
                return false;
            }
            files.delete(file.path());
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UnavailableException("an old mail cannot be deleted", e);
        }
    }

    /** Deletes what writers left behind that were killed before that time. */
    void deleteLeftovers(Instant limit) {
        try {
            files.deleteLeftovers(limit);
        } catch (IOException e) {
            throw new UnavailableException("what a killed writer left behind cannot be deleted", e);
        }
    }
}
