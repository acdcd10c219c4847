package org.clubpost.core.list;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that a list's own addresses are made of ({@link ListRole}), such as {@code leave} in {@code
 * news-leave@lists.example.org}. No new list and no group has a name that is one of them or ends in a hyphen and one of
 * them.
 */
final class ReservedWords {

    private static final Set<String> WORDS = ListRole.wordsOfLists().collect(Collectors.toUnmodifiableSet());

    private ReservedWords() {}

    /** Whether the name is a reserved word, or ends in one. */
    static boolean has(String name) {
        return WORDS.contains(name.substring(name.lastIndexOf('-') + 1));
    }
}
