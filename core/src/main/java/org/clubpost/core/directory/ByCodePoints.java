package org.clubpost.core.directory;

import java.util.Comparator;

/** The order of texts by their code points, which is that of their octets in UTF-8, and so that of the stores. */
public final class ByCodePoints {

    /** The order. */
    public static final Comparator<String> ORDER = ByCodePoints::compare;

    private ByCodePoints() {}

    private static int compare(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var i = 0; i < shorter; i++) {
            var mine = one.charAt(i);
            var its = other.charAt(i);
            if (mine != its) {
                // Only half of a pair stands for a code point above all those of one unit.
                return Character.isSurrogate(mine) == Character.isSurrogate(its)
                        ? Character.compare(mine, its)
                        : Character.isSurrogate(mine) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
