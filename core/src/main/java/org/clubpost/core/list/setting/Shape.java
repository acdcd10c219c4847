package org.clubpost.core.list.setting;

import java.util.List;

/** What the values of a setting look like to somebody who fills in a form. */
public sealed interface Shape {

    /** The longest line that nothing else bounds, in UTF-16 units: some hundred addresses. */
    int LONGEST = 8_000;
    /** The longest address, in octets (RFC 5321 section 4.5.3.1). */
    int LONGEST_ADDRESS = 254;

    /**
     * One of these words.
     *
     * @param words the words, as they are typed
     */
    record Choice(List<String> words) implements Shape {

        /** Copies the words. */
        public Choice {
            words = List.copyOf(words);
        }
    }

    /**
     * One of two words.
     *
     * @param yes the word for what is so
     * @param no the other
     */
    record Flag(String yes, String no) implements Shape {}

    /**
     * A whole number.
     *
     * @param from the least
     * @param to the greatest
     */
    record WholeNumber(int from, int to) implements Shape {}

    /**
     * A time such as {@code 72h}.
     *
     * @param from the shortest
     * @param to the longest
     */
    record Time(String from, String to) implements Shape {}

    /**
     * A size such as {@code 10M}.
     *
     * @param from the least
     * @param to the greatest
     */
    record Size(String from, String to) implements Shape {}

    /**
     * One line.
     *
     * @param max how long it may be, in UTF-16 units
     */
    record Line(int max) implements Shape {}

    /**
     * Some lines.
     *
     * @param max how long they may be together, in UTF-16 units
     */
    record Lines(int max) implements Shape {}

    /** Several things, separated by commas. */
    record Several() implements Shape {}

    /** A language that we write in. */
    record Language() implements Shape {}

    /** A time zone. */
    record Zone() implements Shape {}

    /** The address of a page. */
    record Page() implements Shape {}

    /** A colour such as {@code #0a6152}. */
    record Paint() implements Shape {}

    /** A picture, as a URL that has all of it (RFC 2397). */
    record Picture() implements Shape {}

    /** How long what is typed may be, in UTF-16 units. */
    default int longest() {
        return switch (this) {
            case Line(var max) -> max;
            case Lines(var max) -> max;
            case Page _ -> 500;
            case Picture _ -> 0;
            case Several _ -> LONGEST;
            case Choice _,Flag _,WholeNumber _,Time _,Size _,Language _,Zone _,Paint _ -> 100;
        };
    }
}
