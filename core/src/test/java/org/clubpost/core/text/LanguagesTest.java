package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"en,true,en", "de,true,de", "de-CH,true,de", "en-GB,true,en", "pt-BR,true,pt", "fr-CA,true,fr",
            "ja,false,en", "und,false,en"})
    void regionDoesNotMatter(String tag, boolean known, String closest) {
        var locale = Locale.forLanguageTag(tag);

        assertEquals(known, Languages.has(locale));
        assertEquals(Locale.forLanguageTag(closest), Languages.closest(locale));
    }

    @Test
    void firstOneWantedThatThereIsWins() {
        assertEquals(Locale.GERMAN, Languages.best(LanguageRange.parse("ja, de-AT;q=0.8, en;q=0.5"), Locale.ENGLISH));
        assertEquals(Locale.GERMAN, Languages.best(List.of(), Locale.GERMANY));
        assertEquals(Locale.ENGLISH, Languages.best(List.of(), Locale.JAPANESE));
    }

    @Test
    void tagsAreTold() {
        assertEquals("en, de, fr, es, it, nl, pl, pt", Languages.tags());
    }
}
