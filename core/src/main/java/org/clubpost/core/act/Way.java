package org.clubpost.core.act;

import java.util.Locale;
import java.util.stream.Stream;

/** By which way somebody did something. */
public enum Way {
    /** On a page: in the rooms, or behind a link of a mail. */
    WEB,
    /** By a mail to the list. */
    MAIL,
    /** On the command line. */
    COMMAND_LINE,
    /** By a program, through the interface for programs. */
    API,
    /** Nobody knows: an older version did not record it, or the service did it by itself. */
    UNKNOWN;

    /** Its name in lower case, such as {@code command-line}; it is stored, and never changes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #word} gives. What only a newer version knows is {@link #UNKNOWN}. */
    public static Way parse(String word) {
        return Stream.of(values()).filter(way -> way.word().equals(word)).findFirst().orElse(UNKNOWN);
    }
}
