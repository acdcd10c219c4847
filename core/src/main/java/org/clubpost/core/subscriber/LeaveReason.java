package org.clubpost.core.subscriber;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody left, as they chose to say it. */
public enum LeaveReason {

    /** The list writes too often. */
    TOO_MANY,
    /** It is not for them, or they never asked for it. */
    NOT_MINE,
    /** They have moved on: another address, another club, another town. */
    MOVED,
    /** Something else. */
    OTHER;

    /** As in forms and events: the name in lower case, with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #word} gives. */
    public static Optional<LeaveReason> parse(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
