package org.clubpost.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;

/** Mails as files, so that what is stored does not count as memory. */
record FileStore(Path directory) implements MailStore {

    @Override
    public void put(MailKey key, MailContent content) {
        try (var out = Files.newOutputStream(file(key))) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StoredMail> find(MailKey key) {
        try {
            return Files.exists(file(key))
                    ? Optional.of(new StoredMail(MailContent.of(Files.readAllBytes(file(key))), Instant.EPOCH))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(MailKey key) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public Stream<MailKey> keys(String prefix) {
        throw new UnsupportedOperationException("not asked for here");
    }

    private Path file(MailKey key) {
        return directory.resolve(key.value().replace('/', '_'));
    }
}
