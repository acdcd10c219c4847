package org.clubpost.local;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.clubpost.core.secret.SigningKeys;

/**
 * The signing keys in the file of the secrets, also after it was rotated. The file is looked at once a second at most.
 * When it cannot be read, the keys of before stay. Safe for use by many threads.
 */
final class LiveKeys implements Supplier<SigningKeys> {

    private static final System.Logger LOG = System.getLogger(LiveKeys.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path file;
    private final InstantSource clock;
    private volatile Seen seen;

    /**
     * What was seen at the last look.
     *
     * @param keys the keys
     * @param written when the file was written
     * @param looked when it was looked at
     */
    private record Seen(SigningKeys keys, FileTime written, Instant looked) {}

    /**
     * @param keys those that were read at the start
     */
    LiveKeys(Path file, SigningKeys keys, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.seen = new Seen(keys, FileTime.fromMillis(0), Instant.MIN);
    }

    @Override
    public SigningKeys get() {
        var last = seen;
        var now = clock.instant();
        // A clock that was set back must not keep a new key away for as long.
        if (now.isBefore(last.looked()) || !now.isBefore(last.looked().plus(BETWEEN_LOOKS))) {
            last = look(last, now);
            seen = last;
        }
        return last.keys();
    }

    private Seen look(Seen last, Instant now) {
        try {
            var written = Files.getLastModifiedTime(file);
            if (written.equals(last.written())) {
                return new Seen(last.keys(), written, now);
            }
            var read = LocalSecrets.read(file).signing();
            return new Seen(read.equals(last.keys()) ? last.keys() : read, written, now);
        } catch (IOException e) {
            LOG.log(WARNING, "secrets outcome=unreadable", e);
            return new Seen(last.keys(), last.written(), now);
        }
    }
}
