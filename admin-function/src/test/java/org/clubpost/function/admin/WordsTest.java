package org.clubpost.function.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Set;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.CatalogueContract;
import org.clubpost.function.admin.words.Words;
import org.junit.jupiter.api.Test;

class WordsTest implements CatalogueContract {

    /** Words that are the same in both languages. */
    private static final Set<String> SAME = Set.of(
            // French says "page" as well.
            "posts.page");

    /** Words that other languages have borrowed. */
    private static final Set<String> BORROWED = Set.of("Menu", "Name", "Operator", "Pages", "Passkeys", "Status");

    @Override
    public Catalogue catalogue(Locale language) {
        return Catalogue.beside(Words.class, language);
    }

    @Override
    public Set<String> same() {
        return SAME;
    }

    @Override
    public Set<String> borrowed() {
        return BORROWED;
    }

    @Test
    void textThatTheRoomsDoNotHaveIsThatOfThePages() {
        assertEquals("Deutsch", Words.of(Locale.GERMAN).text("language.name"));
    }

    @Test
    void numberIsWrittenAsInTheLanguage() {
        assertEquals("100.000", Words.of(Locale.GERMAN).number(100_000));
    }
}
