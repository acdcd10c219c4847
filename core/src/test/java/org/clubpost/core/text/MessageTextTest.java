package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    private static final Locale POLISH = Locale.forLanguageTag("pl");
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 3, 6, 9, 30, 0, 0, ZoneId.of("Europe/Warsaw"));

    private static String format(String text, Map<String, ?> values, Locale language) {
        return MessageText.parse(text).format(values, language, Catalogue.of(language).plurals());
    }

    private static String format(String text, Map<String, ?> values) {
        return format(text, values, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "1 | 1 dzień", "2 | 2 dni", "5 | 5 dni!", "12 | 12 dni!", "22 | 22 dni", "112 | 112 dni!",
                    "0 | żaden", "1234 | 1\u00a0234 dni", "-1 | -1 dzień"})
    void numberChoosesTheFormOfItsLanguage(String number, String expected) {
        assertEquals(expected, format(
                "{n, plural, =0 {żaden} one {# dzień} few {# dni} many {# dni!} other {# dnia}}", Map.of("n", number),
                POLISH));
        assertEquals(expected, format(
                "{n, plural, =0 {żaden} one {# dzień} few {# dni} many {# dni!} other {# dnia}}",
                Map.of("n", Long.valueOf(number)), POLISH));
    }

    @Test
    void valuesStandInWordsAndInsideForms() {
        assertEquals("2 mails to news & 7", format("{n, plural, one {a mail} other {# mails to {list}}} & {x}",
                Map.of("n", 2, "list", "news", "x", "7")));
        assertEquals("1,234 and 1234", format("{n, number} and {n}", Map.of("n", 1234)));
    }

    @Test
    void wordChooses() {
        var text = "{how, select, mail {by mail} other {by {how}}} # {n, plural, other {{how, select, other {# #}}}}";

        assertEquals("by mail # 3 3", format(text, Map.of("how", "mail", "n", 3)));
        assertEquals("by air # 3 3", format(text, Map.of("how", "air", "n", 3)));
    }

    @Test
    void signOfANumberIsItselfWhereNothingIsCounted() {
        assertEquals("#1 of 3: # #", format("{how, select, mail {#1 of {n}} other {no}}: # {how, select, other {#}}",
                Map.of("how", "mail", "n", 3)));
    }

    @Test
    void timesAreThoseOfTheLanguage() {
        var text = "{when, date, long}|{when, time, short}|{when, time, HH:mm}|{when, date, short}|{when, date}";

        assertEquals("6 marca 2026|09:30|09:30|6.03.2026|6 mar 2026", format(text, Map.of("when", TIME), POLISH));
        assertEquals("March 6, 2026|9:30 AM|09:30|3/6/26|Mar 6, 2026", format(text, Map.of("when", TIME)));
        assertEquals("vendredi 6 mars 2026, mars 6, 2026",
                format("{day, date, full}, {day, date, MMMM d, yyyy}", Map.of("day", LocalDate.of(2026, 3, 6)),
                        Locale.FRENCH));
        assertEquals("6 mars 2026", format("{day, date, medium}", Map.of("day", LocalDate.of(2026, 3, 6)),
                Locale.FRENCH));
    }

    @Test
    void apostropheQuotesOnlyWhatHasAMeaning() {
        assertEquals("it's {so} ' it's", format("it's '{so}' '' it''s", Map.of()));
        assertEquals("#1 '# }open", format("{n, plural, other {'#'# '''#'}} '}open", Map.of("n", 1)));
        assertEquals("x'# '", format("x'# '", Map.of()));
    }

    @Test
    void nothingInAValueIsReadAgain() {
        assertEquals("{y} '# {", format("{x}", Map.of("x", "{y} '# {", "y", "no")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "{", "}", "a}", "{x", "{}", "{x, money}", "{x, number", "{x, date", "{x, date, long", "{x, plural}",
                    "{x, plural, one {a}}", "{x, plural, other}", "{x, plural, other {a}", "{x, plural, other {a",
                    "{x, select, other {a} other {b}}", "{x, select, {a} other {b}}", "{x y}"})
    void whatIsNoTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> MessageText.parse(text));
    }

    @Test
    void depthIsBounded() {
        assertThrows(IllegalArgumentException.class, () -> MessageText.parse("{x, select, other {".repeat(10_000)));
    }

    @Test
    void valueThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> format("{x}", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> format("{x, number}", Map.of("x", "many")));
        assertThrows(IllegalArgumentException.class, () -> format("{x, date, long}", Map.of("x", "today")));
    }
}
