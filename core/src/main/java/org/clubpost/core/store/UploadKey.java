package org.clubpost.core.store;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.core.list.ListId;

/**
 * Where a file lies that a browser sent: {@code uploads/news/} and 32 hexadecimal digits, which nobody can guess.
 *
 * @param value the whole key
 */
public record UploadKey(String value) {

    /** How every key begins. */
    public static final String PREFIX = "uploads/";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[a-z0-9][a-z0-9-]{0,62}/[0-9a-f]{32}");

    /** @throws IllegalArgumentException when it is no such key */
    public UploadKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no key of an upload");
        }
    }

    /**
     * A new one.
     *
     * @param random must be cryptographically strong
     */
    public static UploadKey fresh(ListId list, RandomGenerator random) {
        return new UploadKey(
                PREFIX + list.value() + "/" + "%016x%016x".formatted(random.nextLong(), random.nextLong()));
    }

    /** The key of that name below a list; empty when there can be none. */
    public static Optional<UploadKey> of(ListId list, String name) {
        var value = PREFIX + list.value() + "/" + name;
        return FORM.matcher(value).matches() ? Optional.of(new UploadKey(value)) : Optional.empty();
    }

    /** What stands behind the list. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }
}
