package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Locale;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainFormTest {

    private static final URI PAGES = URI.create("https://join.lists.club.example");
    private static final Site SITE = Site.load();
    private static final ConsentText CONSENT = new ConsentText(SITE);

    private final MailingList list = SampleLists.aList();
    private final PlainForm form = new PlainForm(SITE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void snippetHasTheWordsAndTheirHash(String tag) {
        var language = Locale.forLanguageTag(tag);
        var html = form.html(language, list, PAGES);

        assertTrue(html.contains("action=\"https://join.lists.club.example/subscribe\""));
        assertTrue(html.contains("<p>" + CONSENT.words(language, list) + "</p>"));
        assertTrue(html.contains("name=\"wording\" value=\"" + CONSENT.digest(language, list) + "\""));
        assertEquals(CONSENT.words(language, list),
                CONSENT.known(list, CONSENT.digest(language, list)).orElseThrow().words());
        assertFalse(html.contains("script") || html.contains("style"));
    }

    @Test
    void nothingOfTheListBecomesMarkup() {
        assertFalse(form.html(Locale.ENGLISH, list.with(new Profile("<i>Us</i>", "", Locale.ENGLISH)), PAGES)
                .contains("<i>"));
    }

    @Test
    void snippetSaysThatTheOwnersDecide() {
        assertTrue(form.html(Locale.ENGLISH, list.with(list.signUp().with(Admission.APPROVAL)), PAGES)
                .contains("decide whether you join"));
    }

    @Test
    void wordsWithAnotherNameAreNotKnown() {
        var renamed = list.with(new Profile("New", "", Locale.ENGLISH));

        assertTrue(CONSENT.known(renamed, CONSENT.digest(Locale.ENGLISH, list)).isEmpty());
        assertTrue(CONSENT.known(list, CONSENT.digestOfSeveral(Locale.ENGLISH)).isEmpty());
        assertTrue(CONSENT.knownOfSeveral(CONSENT.digestOfSeveral(Locale.GERMAN)).isPresent());
        assertEquals(64, CONSENT.digestOfSeveral(Locale.ENGLISH).length());
    }
}
