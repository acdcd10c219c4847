package org.clubpost.core.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A length of time as people type it: a number with {@code m}, {@code h} or {@code d}, for minutes, hours and days of
 * 24 hours. A time with seconds is typed and shown in ISO 8601 ({@code PT1M30S}).
 *
 * @param duration how long; not negative
 */
public record TimeSpan(Duration duration) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern HOURS_OR_MINUTES = Pattern.compile("\\d{1,6}[mh]");
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}d");

    /**
     * @throws IllegalArgumentException when the time is negative
     */
    public TimeSpan {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a negative time");
        }
    }

    /**
     * Reads {@code 5m}, {@code 24h} or {@code 30d}, or a time in ISO 8601; empty for anything else, and for a negative
     * time.
     */
    public static Optional<TimeSpan> parse(String typed) {
        try {
            return Optional.of(Duration.parse(iso(typed))).filter(time -> !time.isNegative()).map(TimeSpan::new);
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static String iso(String typed) {
        if (HOURS_OR_MINUTES.matcher(typed).matches()) {
            return "PT" + typed.toUpperCase(Locale.ROOT);
        }
        return DAYS.matcher(typed).matches() ? "P" + typed.toUpperCase(Locale.ROOT) : typed;
    }

    /**
     * The time as it is typed, in the largest unit that fits exactly: {@code 1d} for 24 hours, {@code 90m} for 90
     * minutes.
     */
    public String written() {
        if (duration.isZero()) {
            return "0m";
        }
        return isWhole(DAY)
                ? duration.dividedBy(DAY) + "d"
                : isWhole(HOUR)
                        ? duration.dividedBy(HOUR) + "h"
                        : isWhole(MINUTE) ? duration.dividedBy(MINUTE) + "m" : duration.toString();
    }

    private boolean isWhole(Duration unit) {
        return unit.multipliedBy(duration.dividedBy(unit)).equals(duration);
    }
}
