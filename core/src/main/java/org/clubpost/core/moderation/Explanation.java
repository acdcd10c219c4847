package org.clubpost.core.moderation;

import org.clubpost.core.reason.Reason;

/**
 * What an owner who refuses a post wants its author to know. It is one line of at most {@value #MOST} characters, and
 * empty when the owner says nothing. It has no control characters and no bidirectional overrides, because these can
 * fool a reader.
 *
 * @param text the words
 */
record Explanation(String text) {

    private static final int MOST = 500;

    /**
     * Reads an explanation as typed. Line ends and other controls become spaces, overrides are dropped, and text that
     * is too long is cut.
     */
    static Explanation parse(String typed) {
        var line = new StringBuilder(typed.length());
        typed.codePoints().filter(c -> !isOverride(c)).map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return new Explanation(cut(line.toString().strip()));
    }

    private static boolean isOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
    }

    /** The first characters, without splitting one. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    /** Whether that reason has the words of one. */
    static boolean isIn(Reason reason) {
        return reason.cause() == Reason.Cause.REFUSED_BY_OWNERS_BECAUSE;
    }

    /** Why the post does not go out. */
    Reason reason() {
        return text.isEmpty()
                ? Reason.of(Reason.Cause.REFUSED_BY_OWNERS)
                : Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, text);
    }
}
