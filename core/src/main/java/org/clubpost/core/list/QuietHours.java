package org.clubpost.core.list;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hours of a day in which no post begins to go out, such as {@code 22:00-07:00 Europe/Berlin}. A post that comes
 * then is waiting until they end.
 *
 * @param from when they begin, to the minute
 * @param to when they end; before {@code from} when they include midnight, equal to it when there are none
 * @param zone the zone of these times
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** None. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"));

    private static final Pattern SHAPE = Pattern
            .compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d) +(\\S{1,60})");

    /**
     * Reads what {@link #text} gives; empty for anything else, and for a zone that the time zone database does not
     * have.
     */
    public static Optional<QuietHours> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(NONE);
        }
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var hours = new QuietHours(time(parts.group(1), parts.group(2)), time(parts.group(3), parts.group(4)),
                    ZoneId.of(parts.group(5)));
            return Optional.of(hours.from.equals(hours.to) ? NONE : hours);
        } catch (DateTimeException noSuchZone) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hours, String minutes) {
        return LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes));
    }

    /** As it is typed; empty when there are none. */
    public String text() {
        return from.equals(to) ? "" : from + "-" + to + " " + zone.getId();
    }

    /**
     * The first moment from then on that is not quiet. It is the given moment itself, or the end of the quiet hours
     * that it falls into.
     */
    public Instant openFrom(Instant then) {
        var local = then.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return then;
        }
        var today = local.toLocalDate().atTime(to).atZone(zone);
        return (today.toInstant().isAfter(then) ? today : local.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : to.isBefore(from) && (!time.isBefore(from) || time.isBefore(to));
    }
}
