package org.clubpost.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clubpost.core.store.MailKey;

/**
 * The events that are still owed, one empty file for each, so that a kill loses none of them. A file is made before the
 * mail is stored, and removed once the mail was taken in.
 */
final class EventJournal {

    private final Path directory;

    EventJournal(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    void add(MailKey mail) {
        try {
            Files.createFile(file(mail));
        } catch (FileAlreadyExistsException again) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(MailKey mail) {
        try {
            Files.deleteIfExists(file(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MailKey> owed() {
        try (var files = Files.list(directory)) {
            return files.map(file -> new MailKey(URLDecoder.decode(file.getFileName().toString(), UTF_8))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(MailKey mail) {
        return directory.resolve(URLEncoder.encode(mail.value(), UTF_8));
    }
}
