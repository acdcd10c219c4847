package org.clubpost.local.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailKey;

/**
 * Goes through the files of the mails whose keys begin with a prefix, in the order of the keys. The names of one folder
 * at a time are in memory, with those of the folders above it. What is no mail's file is passed over.
 */
final class MailFolder implements Iterator<MailFile> {

    private final String prefix;
    private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
    private Optional<MailFile> next;

    /** A file, or a folder, whose keys begin with its text and a slash. */
    private record Entry(String text, Path path, boolean isFolder) {}

    /**
     * @throws UnavailableException when a folder cannot be read; so do the other methods
     */
    MailFolder(Path root, String prefix) {
        this.prefix = prefix;
        open.push(entries("", root));
        this.next = advance();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public MailFile next() {
        var file = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return file;
    }

    private Optional<MailFile> advance() {
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                continue;
            }
            var entry = open.element().next();
            if (!entry.isFolder()) {
                return Optional.of(new MailFile(new MailKey(entry.text()), entry.path()));
            }
            open.push(entries(entry.text(), entry.path()));
        }
        return Optional.empty();
    }

    private Iterator<Entry> entries(String above, Path folder) {
        List<Entry> entries = new ArrayList<>();
        try (var names = Files.newDirectoryStream(folder)) {
            names.forEach(path -> entry(above, path).filter(this::mayLead).ifPresent(entries::add));
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return Collections.emptyIterator();
        } catch (DirectoryIteratorException | IOException e) {
            throw new UnavailableException("a folder of mails cannot be read", e);
        }
        entries.sort(Comparator.comparing(Entry::text));
        return entries.iterator();
    }

    /** A name that ends like a mail's file is one: no folder of ours has such a name. */
    private static Optional<Entry> entry(String above, Path path) {
        var name = path.getFileName().toString();
        var part = MailPaths.part(above.isEmpty() ? "" : above.substring(0, above.indexOf('/')), name);
        return part.isPresent()
                ? part.map(file -> new Entry(above + file, path, false))
                : MailPaths.folderPart(name).map(inner -> new Entry(above + inner + "/", path, true));
    }

    private boolean mayLead(Entry entry) {
        return entry.text().startsWith(prefix) || (entry.isFolder() && prefix.startsWith(entry.text()));
    }
}
