package org.clubpost.core.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short name of a list, which is also the local part of its address: {@code news} in {@code
 * news@lists.example.org}.
 *
 * <p>Lower-case letters, digits and inner hyphens, 1 to 40 characters. It never changes: the List-Id field (RFC 2919
 * section 2) is made from it. Names that mail needs for itself ({@code postmaster}, RFC 2142) and three endings that
 * have always stood for a list's other addresses are refused. Names that stand for one of the others ({@link ListRole})
 * are refused for new lists only ({@link #isReserved}): a list that has such a name keeps it, and its address is its own.
 *
 * @param value the name
 */
public record ListId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final List<String> ENDINGS = List.of("-leave", "-owner", "-bounces");
    private static final List<String> RESERVED = List.of("postmaster", "abuse", "mailer-daemon", "noreply", "no-reply",
            "hostmaster",
            "webmaster", "security", "root");
    /** Who gets mail there can have a certificate for the domain (CA/Browser Forum, Baseline Requirements 3.2.2.4.4). */
    private static final String OF_THE_DOMAIN = "administrator";

    /**
     * @throws IllegalArgumentException when the value is no list name; for text from outside use {@link #parse}
     */
    public ListId {
        if (!isListId(value)) {
            throw new IllegalArgumentException("not a list name");
        }
    }

    /** Reads a list name as typed; empty when it is not one. */
    public static Optional<ListId> parse(String text) {
        return isListId(text) ? Optional.of(new ListId(text)) : Optional.empty();
    }

    /**
     * Whether no new list may have this name, because it is a word for one of a list's own addresses, or ends in one:
     * {@code help}, {@code news-join}; or because whoever gets its mail speaks for the domain: {@code administrator}. A
     * list that has such a name keeps it.
     */
    public boolean isReserved() {
        return ReservedWords.has(value) || value.equals(OF_THE_DOMAIN);
    }

    private static boolean isListId(String value) {
        return SHAPE.matcher(value).matches() && !RESERVED.contains(value)
                && ENDINGS.stream().noneMatch(value::endsWith);
    }

    @Override
    public String toString() {
        return value;
    }
}
