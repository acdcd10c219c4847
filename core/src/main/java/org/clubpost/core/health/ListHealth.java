package org.clubpost.core.health;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.clubpost.core.list.ListId;

/**
 * How a list is: whether so much of its mail comes back that the provider may stop everybody's.
 *
 * @param list the list
 * @param level how bad it is
 * @param since since when, to the millisecond
 * @param told whether the owners were told
 * @param released when somebody last let its mail go on, to the millisecond; what came back before does not count
 * @param before what had come back by then of the posts that were under way
 */
public record ListHealth(ListId list, Level level, Instant since, boolean told, Instant released, Toll before) {

    /** How bad it is. The names are stored, and never change. */
    public enum Level {
        /** Nothing is wrong. */
        GOOD,
        /** So much comes back that the owners should act. */
        WARNED,
        /** So much comes back that no post goes out until somebody says so. */
        STOPPED
    }

    /** Cuts the times. */
    public ListHealth {
        since = since.truncatedTo(ChronoUnit.MILLIS);
        released = released.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of a list with which nothing has been wrong. */
    public static ListHealth good(ListId list) {
        return new ListHealth(list, Level.GOOD, Instant.EPOCH, true, Instant.EPOCH, Toll.NONE);
    }

    /** Whether its posts have to wait. */
    public boolean isStopped() {
        return level == Level.STOPPED;
    }

    /** The same on another level, of which the owners have to be told unless all is well. */
    ListHealth with(Level changed, Instant now) {
        return new ListHealth(list, changed, now, changed == Level.GOOD, released, before);
    }

    /** The same, and the owners know it. */
    ListHealth asTold() {
        return new ListHealth(list, level, since, true, released, before);
    }

    /**
     * Its mail goes on.
     *
     * @param underWay what has come back of the posts that are under way
     */
    public ListHealth released(Toll underWay, Instant now) {
        return new ListHealth(list, Level.GOOD, now, true, now, underWay);
    }

    /** All but the list, as one text; {@link #of} reads it. */
    public String written() {
        return String.join(" ", level.name(), number(since.toEpochMilli()), told ? "told" : "untold",
                number(released.toEpochMilli()), number(before.copies()), number(before.refused()),
                number(before.complaints()));
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    /** Of that list, as it was {@linkplain #written written}. */
    public static ListHealth of(ListId list, String written) {
        var parts = written.split(" ", -1);
        return new ListHealth(list, Level.valueOf(parts[0]), time(parts[1]), "told".equals(parts[2]), time(parts[3]),
                new Toll(Long.parseLong(parts[4]), Long.parseLong(parts[5]), Long.parseLong(parts[6])));
    }

    private static Instant time(String written) {
        return Instant.ofEpochMilli(Long.parseLong(written));
    }
}
