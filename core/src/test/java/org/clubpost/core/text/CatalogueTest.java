package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all pages and mails. */
class CatalogueTest implements CatalogueContract {

    /** Words that are the same in both languages, and why. */
    private static final Set<String> SAME = Set.of(
            // How dates are put together, which some languages do alike.
            "time.at", "time.on",
            // Nothing but values.
            "gathered.line",
            // A provider's own words after its name.
            "reason.ses-code", "reason.ses-words",
            // Dutch and French mail programs say "via" as well.
            "post.via");

    /** Words that other languages have borrowed. */
    private static final Set<String> BORROWED = Set.of("Account", "Browser", "Name", "Person", "Privacy");

    @Override
    public Catalogue catalogue(Locale language) {
        return Catalogue.of(language);
    }

    @Override
    public Set<String> same() {
        return SAME;
    }

    @Override
    public Set<String> borrowed() {
        return BORROWED;
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.core.text.CatalogueContract#languages")
    void languageIsNamedInItself(Locale language) {
        var name = Catalogue.of(language).text("language.name", Map.of());

        assertTrue(name.equalsIgnoreCase(language.getDisplayLanguage(language)), name);
    }

    @Test
    void languageThatWeDoNotHaveIsEnglish() {
        assertEquals(Locale.ENGLISH, Catalogue.of(Locale.JAPANESE).language());
        assertEquals(Locale.forLanguageTag("pt"), Catalogue.of(Locale.forLanguageTag("pt-BR")).language());
    }

    @Test
    void textThatThereIsNotIsAMistake() {
        assertFalse(Catalogue.of(Locale.FRENCH).has("no.such.text"));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.of(Locale.FRENCH).text("no.such.text", Map.of()));
    }
}
