package org.clubpost.core.list;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a group of a list's members: {@code board} in {@code news-board@lists.example.org}.
 *
 * <p>Lower-case letters, digits and inner hyphens, 1 to 20 characters. A name that is, or ends in, a
 * {@linkplain ReservedWords reserved word} is refused, because the group's address would be another one of the list's.
 *
 * @param value the name
 */
public record GroupName(String value) implements Comparable<GroupName> {

    static final int MAX_CHARACTERS = 20;

    private static final Pattern SHAPE = Pattern
            .compile("[a-z0-9](?:[a-z0-9-]{0," + (MAX_CHARACTERS - 2) + "}[a-z0-9])?");

    /**
     * @throws IllegalArgumentException when the value is no name of a group; for text from outside use {@link #parse}
     */
    public GroupName {
        if (!isName(value)) {
            throw new IllegalArgumentException("not the name of a group");
        }
    }

    /** Reads a name as typed; empty when it is not one. */
    public static Optional<GroupName> parse(String text) {
        return isName(text) ? Optional.of(new GroupName(text)) : Optional.empty();
    }

    private static boolean isName(String value) {
        return SHAPE.matcher(value).matches() && !ReservedWords.has(value);
    }

    @Override
    public int compareTo(GroupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
