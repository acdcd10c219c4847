package org.clubpost.mail.field;

/**
 * A stretch of an unstructured field.
 *
 * @param raw the characters that stand in the field
 * @param text what they mean to a reader, on one line; empty for white space between two words, which is not shown
 * @param kind what it is
 */
record Stretch(String raw, String text, Kind kind) {

    /** What a stretch is. */
    enum Kind {
        /** Text as it is. */
        PLAIN,
        /** White space between encoded words. */
        GAP,
        /** Encoded words that together hold whole characters. */
        WORDS,
        /** Encoded words that have to be written anew. */
        SPOILT_WORDS
    }

    /** Whether it was written as encoded words, or must be. */
    boolean isEncoded() {
        return switch (kind) {
            case WORDS, SPOILT_WORDS -> true;
            case GAP -> false;
            case PLAIN -> !text.chars().allMatch(c -> c < 0x80);
        };
    }

    /** The same with another text. */
    Stretch with(String other) {
        return switch (kind) {
            case PLAIN -> new Stretch(other, other, kind);
            case GAP -> this;
            case WORDS, SPOILT_WORDS -> new Stretch(raw, other, Kind.SPOILT_WORDS);
        };
    }
}
