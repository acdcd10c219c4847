package org.clubpost.core.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How long a list keeps its log and the histories of its members. */
public enum LogKeeping {

    /** One year. */
    ONE_YEAR("1y", 1),
    /** Two years, as of a list that says nothing. */
    TWO_YEARS("2y", 2),
    /** Five years. */
    FIVE_YEARS("5y", 5),
    /** Ten years, as some associations keep their papers. */
    TEN_YEARS("10y", 10),
    /** Without an end. */
    FOR_EVER("forever", 0);

    /** What a list keeps that says nothing. */
    public static final LogKeeping USUAL = TWO_YEARS;

    private final String word;
    private final int years;

    LogKeeping(String word, int years) {
        this.word = word;
        this.years = years;
    }

    /** The word as it is typed, such as {@code 2y}. */
    public String word() {
        return word;
    }

    /** Reads a word; empty for any other. */
    public static Optional<LogKeeping> parse(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** How many years; empty for ever. */
    public OptionalInt years() {
        return years == 0 ? OptionalInt.empty() : OptionalInt.of(years);
    }

    /** When something of that time is over; {@link Instant#MAX} for never. A year has 365 days here. */
    public Instant end(Instant time) {
        return years == 0 ? Instant.MAX : time.plus(Duration.ofDays(365L * years));
    }

    /** Whether something of that time is over. */
    public boolean isOver(Instant time, Instant now) {
        return !now.isBefore(end(time));
    }
}
