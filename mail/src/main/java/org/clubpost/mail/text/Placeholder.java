package org.clubpost.mail.text;

import java.util.Locale;
import java.util.Optional;

/**
 * What an author can type into a post so that every member sees something of their own, such as
 * {@code {{unsubscribe_url}}}.
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

    /** Whether it stands for a whole URL, to which an editor may have added a scheme of its own in front. */
    boolean isUrl() {
        return this == UNSUBSCRIBE_URL || this == MANAGE_URL || this == ARCHIVE_URL;
    }
}
