package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluralRulesTest {

    /** The samples of plurals.xml, CLDR 48. */
    @ParameterizedTest
    @CsvSource({"en, 1, one", "en, 0, other", "en, 2, other", "de, 1, one", "de, 21, other", "nl, 1, one",
            "nl, 2, other",
            "fr, 0, one", "fr, 1, one", "fr, 2, other", "fr, 1000000, many", "fr, 1000001, other", "es, 1, one",
            "es, 0, other", "es, 2000000, many", "it, 1, one", "it, 0, other", "it, 1000000, many", "pt, 0, one",
            "pt, 1, one", "pt, 2, other", "pt, 1000000, many", "pl, 1, one", "pl, 2, few", "pl, 4, few", "pl, 5, many",
            "pl, 0, many", "pl, 11, many", "pl, 12, many", "pl, 14, many", "pl, 21, many", "pl, 22, few",
            "pl, 101, many",
            "pl, 102, few", "pl, 1000000, many"})
    void categoryIsThatOfUnicode(String language, long number, String category) {
        assertEquals(category, Catalogue.of(Locale.forLanguageTag(language)).plurals().category(number));
    }

    @Test
    void withoutRulesAllNumbersAreOther() {
        var none = PluralRules.parse("");

        assertEquals("other", none.category(1));
        assertEquals(List.of(), List.copyOf(none.categories()));
    }

    @Test
    void listsAndRangesAreRead() {
        var rules = PluralRules.parse("two: n % 10 = 2,4..6 and n % 100 != 12; ");

        assertEquals("two", rules.category(35));
        assertEquals("other", rules.category(12));
        assertEquals("other", rules.category(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one: i is 1", "one: x = 1", "one: i = 1 and", "one: i = a", "one: i = 1 = 2"})
    void whatIsNoRuleIsRefused(String rules) {
        assertThrows(IllegalArgumentException.class, () -> PluralRules.parse(rules));
    }
}
