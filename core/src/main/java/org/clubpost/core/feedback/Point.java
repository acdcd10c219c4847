package org.clubpost.core.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a day on which mail came back counts.
 *
 * @param at when the mail came back that counts, to the millisecond
 * @param quarters how much: 1 to {@value #FULL} quarters of a point
 */
public record Point(Instant at, int quarters) {

    /** A whole point. */
    public static final int FULL = 4;
    /** What hardly counts: a quarter of a point. */
    public static final int LITTLE = 1;

    /** Cuts the time. */
    public Point {
        at = Times.cut(at);
    }

    /** Whether it counts in full, because mail is refused for good. */
    public boolean isFull() {
        return quarters == FULL;
    }

    LocalDate day(ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    String written() {
        return Times.written(at) + " " + quarters;
    }

    static Point of(String[] parts) {
        return new Point(Times.of(parts[1]), Integer.parseInt(parts[2]));
    }
}
