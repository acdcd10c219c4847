package org.clubpost.mail.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clubpost.core.text.TimeZones;

/** A day and a time of day, with or without the name of a zone behind: {@code 2026-03-07 08:00 Europe/Berlin}. */
final class ZonedTime {

    private static final Pattern SHAPE = Pattern.compile(
            "([^:]{1,30}:\\d\\d(?::\\d\\d)?)(?: ?\\[?(UTC|GMT|Z|[+-]\\d\\d:?\\d\\d|[A-Za-z]{1,20}/[A-Za-z0-9/_+-]{1,40})]?)?");
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("[uuuu-MM-dd'T'HH:mm[:ss]][uuuu-MM-dd HH:mm[:ss]][[EEE, ]d MMM uuuu HH:mm[:ss]]")
            .toFormatter(Locale.ENGLISH);

    private ZonedTime() {}

    /**
     * Reads it.
     *
     * @param otherwise the zone when none is named
     * @throws DateTimeException when it is no time, or the zone is none
     */
    static Instant parse(String text, ZoneId otherwise) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("no time");
        }
        var zone = parts.group(2) == null
                ? otherwise
                : TimeZones.parse(parts.group(2)).orElseThrow(() -> new DateTimeException("no zone"));
        return LocalDateTime.parse(parts.group(1), FORM).atZone(zone).toInstant();
    }
}
