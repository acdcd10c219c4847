package org.clubpost.core.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.store.MailKey;

/**
 * The id of a post: 24 lower-case hexadecimal digits that sort by time. The first twelve are the time at which the mail
 * was stored, in milliseconds of the epoch. The others are a hash of where it was stored. So an event about the same
 * mail always means the same post.
 *
 * @param value the digits
 */
public record PostId(String value) implements Comparable<PostId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{24}");

    /**
     * @throws IllegalArgumentException when these are not 24 hexadecimal digits; for text from outside use {@link
     *         #parse}
     */
    public PostId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a post id");
        }
    }

    /** The id of the post for the mail that was stored there at that time. */
    public static PostId of(Instant storedAt, MailKey mail) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(mail.value().getBytes(UTF_8));
            return new PostId("%012x".formatted(storedAt.toEpochMilli()) + HexFormat.of().formatHex(hash, 0, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads an id as typed; empty when it is not one. */
    public static Optional<PostId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PostId(text)) : Optional.empty();
    }

    /** When the mail was stored. */
    public Instant storedAt() {
        return Instant.ofEpochMilli(Long.parseLong(value.substring(0, 12), 16));
    }

    /** Where the prepared mail of the post lies. */
    public MailKey preparedMail() {
        return new MailKey("prepared/" + value);
    }

    @Override
    public int compareTo(PostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
