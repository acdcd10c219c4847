package org.clubpost.core.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of an entry in the log: 20 lower-case hexadecimal digits that sort by time. The first twelve are the time in
 * milliseconds of the epoch. The others are a hash of what was done, so the same act at the same time has the same id.
 *
 * @param value the digits
 */
public record EntryId(String value) implements Comparable<EntryId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{20}");
    private static final int OF_HASH = 4;

    /**
     * @throws IllegalArgumentException when these are not 20 hexadecimal digits; for text from outside use {@link
     *         #parse}
     */
    public EntryId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an entry");
        }
    }

    /**
     * The id of what was done at that time.
     *
     * @param what tells the acts of one moment apart
     */
    public static EntryId of(Instant time, String what) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
            return new EntryId("%012x".formatted(time.toEpochMilli()) + HexFormat.of().formatHex(hash, 0, OF_HASH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads an id as typed; empty when it is not one. */
    public static Optional<EntryId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new EntryId(text)) : Optional.empty();
    }

    /** When it was done, to the millisecond. */
    public Instant time() {
        return Instant.ofEpochMilli(Long.parseLong(value.substring(0, 12), 16));
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
