package org.clubpost.site;

import java.util.Locale;
import java.util.Map;
import org.clubpost.core.text.Languages;

/**
 * The page for paths where there is nothing. It is a file, so it cannot know what the visitor speaks, and says the same
 * in every language.
 */
final class NotFoundPage {

    private final Site site;

    NotFoundPage(Site site) {
        this.site = site;
    }

    String page() {
        return Message.named(site, site.words(Languages.ALL.getFirst()), "notfound")
                .with("sections", Languages.ALL.stream().skip(1).map(this::section).toList()).page();
    }

    private Map<String, String> section(Locale language) {
        var words = site.words(language);
        return Map.of("lang", language.toLanguageTag(), "title", words.text("notfound.title"), "text",
                words.text("notfound.text"));
    }
}
