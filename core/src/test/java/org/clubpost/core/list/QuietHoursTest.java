package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
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
            "22:00-07:00 Europe/Berlin, 2026-03-28T22:30:00Z, 2026-03-29T05:00:00Z"})
    void postThatComesInThemWaitsForTheirEnd(String hours, Instant then, Instant open) {
        assertEquals(open, QuietHours.parse(hours).orElseThrow().openFrom(then));
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
