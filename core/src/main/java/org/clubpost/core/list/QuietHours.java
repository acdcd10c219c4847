package org.clubpost.core.list;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.text.TimeZones;

/**
 * The hours of a day in which no post begins to go out, such as {@code 22:00-07:00 Europe/Berlin}. A post that comes
 * then is waiting until they end. They are what the clocks on the wall show. So in the autumn night in which 02:30
 * comes twice, hours that end at 02:30 end twice: after the first end a post goes out, until the clocks are put back.
 * In the spring night without 02:30 such hours end when the clocks are put forward.
 *
 * @param from when they begin, to the minute
 * @param to when they end; before {@code from} when they include midnight, equal to it when there are none
 * @param zone the zone of these times, which is that of the list
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** None, on a list whose times are in UTC. */
    public static final QuietHours NONE = none(ZoneId.of("UTC"));

    private static final Pattern SHAPE = Pattern
            .compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d) +(\\S{1,60})");

    /** None, on a list whose times are in that zone. */
    public static QuietHours none(ZoneId zone) {
        return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }

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
        return TimeZones.parse(parts.group(5)).map(zone -> {
            var from = time(parts.group(1), parts.group(2));
            var to = time(parts.group(3), parts.group(4));
            return from.equals(to) ? none(zone) : new QuietHours(from, to, zone);
        });
    }

    private static LocalTime time(String hours, String minutes) {
        return LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes));
    }

    /** As it is stored; empty when there are none. */
    public String text() {
        return areNone() ? "" : times() + " " + zone.getId();
    }

    /** The times without their zone, such as {@code 22:00-07:00}; empty when there are none. */
    public String times() {
        return areNone() ? "" : from + "-" + to;
    }

    /** The same times of another zone. */
    public QuietHours in(ZoneId changed) {
        return new QuietHours(from, to, changed);
    }

    /** Whether there are none. */
    public boolean areNone() {
        return from.equals(to);
    }

    /**
     * The first moment from then on that is not quiet. It is the given moment itself, or the end of the quiet hours
     * that it falls into.
     */
    public Instant openFrom(Instant then) {
        var at = then;
        while (isQuiet(at.atZone(zone).toLocalTime())) {
            // Until the clocks are changed they run on evenly.
            var change = zone.getRules().nextTransition(at);
            var end = nextEnd(at.atZone(zone).toLocalDateTime()).toInstant(zone.getRules().getOffset(at));
            if (change == null || end.isBefore(change.getInstant())) {
                return end;
            }
            at = change.getInstant();
        }
        return at;
    }

    private LocalDateTime nextEnd(LocalDateTime local) {
        var today = local.toLocalDate().atTime(to);
        return today.isAfter(local) ? today : today.plusDays(1);
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : to.isBefore(from) && (!time.isBefore(from) || time.isBefore(to));
    }
}
