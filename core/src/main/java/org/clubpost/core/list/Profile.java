package org.clubpost.core.list;

import java.util.Locale;

/**
 * How a list presents itself.
 *
 * @param name its display name, one line, not empty, such as {@code Chess Club News}
 * @param description one line about it, for the sign-up page; empty for none
 * @param language the language of its pages and mails, as chosen; when we do not write in it, {@link
 *         org.clubpost.core.text.Languages#closest} gives another
 */
public record Profile(String name, String description, Locale language) {

    /** With another name. */
    public Profile withName(String changed) {
        return new Profile(changed, description, language);
    }

    /** With another description. */
    public Profile withDescription(String changed) {
        return new Profile(name, changed, language);
    }

    /** With another language. */
    public Profile withLanguage(Locale changed) {
        return new Profile(name, description, changed);
    }
}
