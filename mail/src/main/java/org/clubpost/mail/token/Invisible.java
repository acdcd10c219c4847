package org.clubpost.mail.token;

/**
 * Characters that a reader does not show, or does not take for part of a word: controls, Unicode's format characters
 * and what it calls default-ignorable (Unicode Standard section 5.21, DerivedCoreProperties), with variation selectors
 * and fillers.
 */
final class Invisible {

    private Invisible() {}

    /** Whether the code point is such a one. */
    static boolean is(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIgnorable(c);
        };
    }

    private static boolean isIgnorable(int c) {
        return c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F)
                || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0
                || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    /** Whether the unit of UTF-16 is such a character, or half of one that needs two units. */
    static boolean isUnit(int unit) {
        return is(unit) || (unit >= 0xDB40 && unit <= 0xDB43) || (unit >= 0xDC00 && unit <= 0xDFFF);
    }
}
