package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([^}]*)}}");

    static Stream<Locale> otherLanguages() {
        return Languages.ALL.stream().skip(1);
    }

    private static Map<String, String> slots(Locale language) {
        var texts = Texts.read(language, new Properties());
        var slots = new TreeMap<String, String>();
        for (var key : texts.stringPropertyNames()) {
            slots.put(key, SLOT.matcher(texts.getProperty(key)).results().map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new)).toString());
        }
        return slots;
    }

    /** A language may say something once more or less, but must not ask for a value that nobody gives. */
    @ParameterizedTest
    @MethodSource("otherLanguages")
    void everyLanguageHasEveryTextAndNoOther(Locale language) {
        assertEquals(slots(Locale.ENGLISH).keySet(), slots(language).keySet());
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void noTextAsksForAValueThatEnglishDoesNotKnow(Locale language) {
        var known = slots(Locale.ENGLISH).values().stream().flatMap(slots -> Stream.of(slots.split("\\W+", -1)))
                .collect(Collectors.toSet());
        var asked = slots(language).values().stream().flatMap(slots -> Stream.of(slots.split("\\W+", -1)))
                .collect(Collectors.toSet());

        asked.removeAll(known);

        assertEquals(new TreeSet<String>(), asked);
    }

    @ParameterizedTest
    @CsvSource({"PT24H, 24 hours, 24 Stunden", "PT48H, 2 days, 2 Tage", "PT1H, 1 hour, 1 Stunde",
            "PT90M, 90 minutes, 90 Minuten", "PT5M, 5 minutes, 5 Minuten", "P30D, 30 days, 30 Tage"})
    void durationIsWrittenInItsLargestWholeUnit(Duration duration, String english, String german) {
        assertEquals(english, Objects.requireNonNull(Texts.all().get(Locale.ENGLISH)).duration(duration));
        assertEquals(german, Objects.requireNonNull(Texts.all().get(Locale.GERMAN)).duration(duration));
    }
}
