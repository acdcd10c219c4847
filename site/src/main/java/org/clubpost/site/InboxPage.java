package org.clubpost.site;

import java.util.Locale;
import java.util.Map;

/** The page "check your inbox", which is shown after the form, whoever filled it in. */
final class InboxPage {

    private final Site site;

    InboxPage(Site site) {
        this.site = site;
    }

    String page(Locale language) {
        var words = site.words(language);
        return Message.named(site, words, "inbox").with("hasSteps", true)
                .with("steps", words.paragraphs("inbox.steps", Map.of()))
                .with("after", words.paragraphs("inbox.after", Map.of()))
                .with("otherLanguages", site.others(words, tag -> path(Locale.forLanguageTag(tag)))).page();
    }

    static String path(Locale language) {
        return StaticFiles.FOLDER + "check-your-inbox." + language.toLanguageTag() + ".html";
    }
}
