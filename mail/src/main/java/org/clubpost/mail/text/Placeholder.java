package org.clubpost.mail.text;

import java.util.Locale;
import java.util.Optional;

/**
 * What an author can type into a post for every member to see something of their own, such as {@code
 * {{unsubscribe_url}}}.
 */
public enum Placeholder {
    /** The member's link to leave. */
    UNSUBSCRIBE_URL,
    /** The member's link to their settings. */
    MANAGE_URL,
    /** The member's name. */
    MEMBER_NAME,
    /** The member's address. */
    MEMBER_EMAIL,
    /** The list's name. */
    LIST_NAME,
    /** Where the list's archive can be read. */
    ARCHIVE_URL;

    /** The placeholder of a name; the case of letters does not count. */
    static Optional<Placeholder> named(String name) {
        for (Placeholder placeholder : values()) {
            if (placeholder.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }

    /** Whether it stands for a whole URL, in front of which an editor may have put a scheme of its own. */
    boolean isUrl() {
        return this == UNSUBSCRIBE_URL || this == MANAGE_URL || this == ARCHIVE_URL;
    }
}
