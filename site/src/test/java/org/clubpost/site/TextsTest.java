package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"PT24H, 24 hours, 24 Stunden", "PT48H, 2 days, 2 Tage", "PT1H, 1 hour, 1 Stunde",
            "PT90M, 90 minutes, 90 Minuten", "PT5M, 5 minutes, 5 Minuten", "P30D, 30 days, 30 Tage"})
    void durationIsWrittenInItsLargestWholeUnit(Duration duration, String english, String german) {
        assertEquals(english, Objects.requireNonNull(Texts.all().get(Locale.ENGLISH)).duration(duration));
        assertEquals(german, Objects.requireNonNull(Texts.all().get(Locale.GERMAN)).duration(duration));
    }

    @ParameterizedTest
    @CsvSource({"pl, PT24H, 24 godziny", "pl, PT5M, 5 minut", "pl, P3D, 3 dni", "fr, PT1H, 1 heure",
            "es, P30D, 30 días", "it, PT2H, 2 ore", "nl, PT1M, 1 minuut", "pt, PT1H, 1 hora"})
    void durationTakesTheFormThatItsNumberNeeds(String language, Duration duration, String expected) {
        assertEquals(expected,
                Objects.requireNonNull(Texts.all().get(Locale.forLanguageTag(language))).duration(duration));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "fr | 6 mars 2026 à 09:30 (CET) | 6 mars 2026",
                    "es | 6 de marzo de 2026, 9:30 (CET) | 6 de marzo de 2026",
                    "it | 6 marzo 2026, 09:30 (CET) | 6 marzo 2026",
                    "nl | 6 maart 2026 om 09:30 (CET) | 6 maart 2026",
                    "pl | 6 marca 2026, 09:30 (CET) | 6 marca 2026",
                    "pt | 6 de março de 2026, 09:30 (CET) | 6 de março de 2026"})
    void timeIsThatOfTheLanguage(String language, String time, String day) {
        var words = Objects.requireNonNull(Texts.all().get(Locale.forLanguageTag(language)));

        assertEquals(time, words.time(Instant.parse("2026-03-06T08:30:00Z"), ZoneId.of("Europe/Paris")));
        assertEquals(day, words.day(LocalDate.of(2026, 3, 6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "UTC | March 6, 2026, 8:30 AM UTC | 6. März 2026, 08:30 UTC",
                    "Etc/UTC | March 6, 2026, 8:30 AM UTC | 6. März 2026, 08:30 UTC",
                    "Europe/Berlin | March 6, 2026, 9:30 AM CET | 6. März 2026, 09:30 MEZ",
                    "Europe/London | March 6, 2026, 8:30 AM GMT | 6. März 2026, 08:30 GMT",
                    "+05:30 | March 6, 2026, 2:00 PM +05:30 | 6. März 2026, 14:00 +05:30"})
    void timeIsThatOfTheZoneAndNamesIt(String zone, String english, String german) {
        var time = Instant.parse("2026-03-06T08:30:00Z");

        assertEquals(english,
                Objects.requireNonNull(Texts.all().get(Locale.ENGLISH)).time(time, ZoneId.of(zone)));
        assertEquals(german,
                Objects.requireNonNull(Texts.all().get(Locale.GERMAN)).time(time, ZoneId.of(zone)));
    }
}
