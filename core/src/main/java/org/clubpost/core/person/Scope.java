package org.clubpost.core.person;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a key for programs is for. A scope opens nothing by itself: what the key may do is what its person may do on the
 * list at that moment, and of that only what the scopes name.
 */
public enum Scope {

    /** See the lists, and the settings of those that the person may change. */
    LISTS_READ("lists:read"),
    /** Make lists, delete them with their members, bring them back. */
    LISTS_WRITE("lists:write"),
    /** Change settings of lists, and who runs them. */
    SETTINGS_WRITE("settings:write"),
    /** See members, with their addresses. */
    MEMBERS_READ("members:read"),
    /** Bring members in, change them, take them off, erase them. */
    MEMBERS_WRITE("members:write"),
    /** See posts, what became of them, and those that wait. */
    POSTS_READ("posts:read"),
    /** Write posts, steer them, decide about those that wait. */
    POSTS_WRITE("posts:write"),
    /** See who did what. */
    LOG_READ("log:read");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** Its name outside, such as {@code members:read}. It is stored, and never changes. */
    public String word() {
        return word;
    }

    /** The scope of that name; empty when there is none. */
    public static Optional<Scope> parse(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
