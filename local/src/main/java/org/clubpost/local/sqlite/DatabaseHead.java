package org.clubpost.local.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the first octets of a database say. Without its log, which may know better.
 *
 * @param version the version of the schema; 0 when there is none yet
 * @see <a href="https://www.sqlite.org/fileformat.html">SQLite, "Database File Format", section 1.3</a>
 */
public record DatabaseHead(int version) {

    private static final int OCTETS = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_AT = 60;

    /** Reads the head at the beginning of a database; empty when it is none. */
    public static Optional<DatabaseHead> read(InputStream database) throws IOException {
        var octets = database.readNBytes(OCTETS);
        return octets.length == OCTETS && Arrays.equals(octets, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                ? Optional.of(new DatabaseHead(ByteBuffer.wrap(octets).getInt(VERSION_AT)))
                : Optional.empty();
    }

    /** Reads the head of that file; empty when it is no database. */
    public static Optional<DatabaseHead> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Whether a newer version of this program has written it. */
    public boolean isNewer() {
        return version > Schema.VERSION;
    }
}
