package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({"22:00-07:00 Europe/Berlin, 2026-03-06T20:59:59Z, 2026-03-06T20:59:59Z",
            "22:00-07:00 Europe/Berlin, 2026-03-06T21:00:00Z, 2026-03-07T06:00:00Z",
            "22:00-07:00 Europe/Berlin, 2026-03-07T05:59:59Z, 2026-03-07T06:00:00Z",
            "22:00-07:00 Europe/Berlin, 2026-03-07T06:00:00Z, 2026-03-07T06:00:00Z",
            "12:30-14:00 UTC, 2026-03-06T12:29:00Z, 2026-03-06T12:29:00Z",
            "12:30-14:00 UTC, 2026-03-06T13:00:00Z, 2026-03-06T14:00:00Z",
            "12:30-14:00 UTC, 2026-03-06T14:00:00Z, 2026-03-06T14:00:00Z",
            // The night in which the clocks go forward: 07:00 in Berlin is an hour earlier.
            "22:00-07:00 Europe/Berlin, 2026-03-28T22:30:00Z, 2026-03-29T05:00:00Z",
            // 02:30 does not exist in that night: the clocks go from 02:00 to 03:00.
            "22:00-02:30 Europe/Berlin, 2026-03-28T22:30:00Z, 2026-03-29T01:00:00Z",
            "02:30-06:00 Europe/Berlin, 2026-03-29T00:59:00Z, 2026-03-29T00:59:00Z",
            "02:30-06:00 Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29T04:00:00Z",
            // 02:00 to 03:00 comes twice in that night.
            "22:00-02:30 Europe/Berlin, 2026-10-24T22:30:00Z, 2026-10-25T00:30:00Z",
            "22:00-02:30 Europe/Berlin, 2026-10-25T00:40:00Z, 2026-10-25T00:40:00Z",
            "22:00-02:30 Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
            "02:30-03:00 Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
            "02:30-03:00 Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25T02:00:00Z",
            // Half an hour is put back at 02:00, so 01:30 to 02:00 comes twice.
            "22:00-01:45 Australia/Lord_Howe, 2026-04-04T15:05:00Z, 2026-04-04T15:15:00Z",
            "22:00-01:45 Australia/Lord_Howe, 2026-04-04T14:50:00Z, 2026-04-04T14:50:00Z",
            // The clocks of the month of fasting.
            "22:00-02:30 Africa/Casablanca, 2026-02-15T01:10:00Z, 2026-02-15T01:30:00Z",
            "22:00-02:30 Africa/Casablanca, 2026-02-15T02:10:00Z, 2026-02-15T02:30:00Z",
            // The thirtieth of December did not exist.
            "22:00-07:00 Pacific/Apia, 2011-12-30T09:30:00Z, 2011-12-30T17:00:00Z"})
    void postThatComesInThemWaitsForTheirEnd(String hours, Instant then, Instant open) {
        assertEquals(open, QuietHours.parse(hours).orElseThrow().openFrom(then));
    }

    /** Against a clock that is looked at every few minutes, around every change of every clock. */
    @Test
    void postGoesOutAtTheFirstMomentThatIsNotQuietInEveryZone() {
        var checked = 0;
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            for (var change : changes(zone)) {
                for (var times : List.of("22:00-02:30", "02:15-02:45", "00:00-00:30", "23:00-00:00", "01:45-03:15",
                        "22:00-07:00", "03:00-01:00")) {
                    var hours = QuietHours.parse(times + " " + id).orElseThrow();
                    for (var before = -10 * 60; before <= 5 * 60; before += 75) {
                        var then = change.plus(Duration.ofMinutes(before));
                        assertEquals(firstNotQuiet(hours, then), hours.openFrom(then), () -> hours + " at " + then);
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 50_000, "checked " + checked);
    }

    private static List<Instant> changes(ZoneId zone) {
        var changes = new ArrayList<Instant>();
        var change = zone.getRules().nextTransition(Instant.parse("2011-11-01T00:00:00Z"));
        while (change != null && changes.size() < 4) {
            changes.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return changes;
    }

    private static Instant firstNotQuiet(QuietHours hours, Instant then) {
        var at = then;
        while (isQuiet(hours, at.atZone(hours.zone()).toLocalTime())) {
            at = at.plus(Duration.ofMinutes(5));
        }
        return at;
    }

    private static boolean isQuiet(QuietHours hours, LocalTime time) {
        var isFrom = !time.isBefore(hours.from());
        var isTo = time.isBefore(hours.to());
        return hours.from().isBefore(hours.to()) ? isFrom && isTo : isFrom || isTo;
    }

    @Test
    void withoutThemNothingWaits() {
        var midnight = Instant.parse("2026-03-06T00:00:00Z");

        assertEquals(midnight, QuietHours.NONE.openFrom(midnight));
        assertEquals(Optional.of(QuietHours.NONE), QuietHours.parse(""));
        assertEquals("", QuietHours.NONE.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"22:00-07:00 Europe/Berlin", "00:00-06:30 UTC"})
    void hoursAreWrittenAsTheyAreTyped(String text) {
        assertEquals(text, QuietHours.parse(text).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"22-7", "22:00-07:00", "24:00-07:00 UTC", "22:60-07:00 UTC", "22:00-07:00 Mars/Olympus",
                    "22:00-07:00 ::", "at night"})
    void whatMakesNoSenseIsRefused(String text) {
        assertEquals(Optional.empty(), QuietHours.parse(text));
    }
}
