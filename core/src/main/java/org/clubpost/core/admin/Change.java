package org.clubpost.core.admin;

/**
 * One thing that an act changed, or that there is to say about it.
 *
 * @param what which: the name of a setting, or of what is said
 * @param before what it was; empty for nothing, and for what the log must not keep
 * @param after what it is now; the same
 */
public record Change(String what, String before, String after) {

    /** The longest text that the log keeps of a value, in UTF-16 units. What is longer is cut, and cannot be undone. */
    public static final int LONGEST = 10_000;

    private static final String CUT = "…";

    /** Cuts what is too long. */
    public Change {
        before = cut(before);
        after = cut(after);
    }

    /** What is said, where nothing was before. */
    public static Change said(String what, String text) {
        return new Change(what, "", text);
    }

    /** That something of a person changed. The log keeps neither what it was nor what it is. */
    public static Change withheld(String what) {
        return new Change(what, "", "");
    }

    /** Whether it says all that is needed to undo it. */
    public boolean isWhole() {
        return before.length() <= LONGEST && after.length() <= LONGEST && !before.equals(after);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + CUT.repeat(LONGEST + 1 - end);
    }
}
