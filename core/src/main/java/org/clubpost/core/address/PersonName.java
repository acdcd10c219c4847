package org.clubpost.core.address;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The name that a person gave, as one line of text that is safe in a header field's value and in a page; empty when
 * none was given.
 *
 * <p>A name has at most {@value #MAX_CODE_POINTS} code points in Unicode normal form C. It has no control characters,
 * line or paragraph separators or unpaired surrogates. It has no bidirectional controls (UAX 9) either, because these
 * could make a name look like something else.
 *
 * @param text the name, without white space around it
 */
public record PersonName(String text) {

    /** The longest name that is accepted. */
    public static final int MAX_CODE_POINTS = 100;

    /** No name was given. */
    public static final PersonName NONE = new PersonName("");

    /**
     * @throws IllegalArgumentException when the text is not such a name; for text from outside use {@link #parse}
     */
    public PersonName {
        if (!isSafe(text)) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** Reads a name as typed. Empty when it is too long or has characters that a name cannot have. */
    public static Optional<PersonName> parse(String typed) {
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        return isSafe(text) ? Optional.of(new PersonName(text)) : Optional.empty();
    }

    /** Whether a name was given at all. */
    public boolean isGiven() {
        return !text.isEmpty();
    }

    private static boolean isSafe(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                && text.codePoints().allMatch(PersonName::isAllowed);
    }

    private static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> !isBidirectionalControl(codePoint);
            default -> true;
        };
    }

    private static boolean isBidirectionalControl(int codePoint) {
        return codePoint == 0x061C || codePoint == 0x200E || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Says whether there is a name, but not which one. */
    @Override
    public String toString() {
        return isGiven() ? "PersonName[hidden]" : "PersonName[none]";
    }
}
