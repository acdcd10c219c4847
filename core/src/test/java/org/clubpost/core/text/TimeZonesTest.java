package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeZonesTest {

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, Europe/Berlin", "europe/berlin, Europe/Berlin", "' UTC ', UTC", "utc, UTC",
            "America/new_york, America/New_York", "UTC+1, UTC+01:00", "+05:30, +05:30"})
    void nameOfAZoneIsReadInAnyCase(String name, String zone) {
        assertEquals(Optional.of(ZoneId.of(zone)), TimeZones.parse(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Berlin", "Europe/Berln", "MEZ", "Mars/Olympus", "::", "+99:00"})
    void nothingElseIsAZone(String name) {
        assertEquals(Optional.empty(), TimeZones.parse(name));
        assertEquals(Optional.empty(), TimeZones.parse("x".repeat(61)));
    }

    @Test
    void everyZoneIsReadAsItself() {
        for (var id : ZoneId.getAvailableZoneIds()) {
            assertEquals(Optional.of(ZoneId.of(id)), TimeZones.parse(id));
        }
    }

    @ParameterizedTest
    @CsvSource({"Berlin, Europe/Berlin", "Europe/Berln, Europe/Berlin", "berlin, Europe/Berlin", "MEZ, Europe/Berlin",
            "New York, America/New_York", "newyork, America/New_York", "US/New_York, America/New_York",
            "Europe\\Zurich, Europe/Zurich", "Z\u00fcrich, Europe/Zurich", "Europe/Wien, Europe/Vienna",
            "Germany, Europe/Berlin", "CEST, Europe/Berlin", "Asia/Tokio, Asia/Tokyo", "Viena, Europe/Vienna"})
    void zoneThatMayBeMeantIsFound(String name, String meant) {
        assertEquals(Optional.of(meant), TimeZones.meant(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "x", "at night"})
    void whatIsNearNothingMeansNothing(String name) {
        assertEquals(Optional.empty(), TimeZones.meant(name));
        assertEquals(Optional.empty(), TimeZones.meant("x".repeat(61)));
    }
}
