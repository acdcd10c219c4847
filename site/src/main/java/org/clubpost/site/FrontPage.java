package org.clubpost.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page for visitors who come without a link, with the way to the lists that are offered to everybody. */
final class FrontPage {

    private final Site site;

    FrontPage(Site site) {
        this.site = site;
    }

    String page(Locale language) {
        var words = site.words(language);
        return message(words).withLists()
                .with("otherLanguages", site.others(words, tag -> path(Locale.forLanguageTag(tag)))).page();
    }

    /** The same where no list is offered to everybody. */
    String withoutLists(Locale language) {
        var words = site.words(language);
        return message(words).with("otherLanguages", site.others(words, tag -> "/subscribe?lang=" + tag)).page();
    }

    private Message message(Texts words) {
        return Message.named(site, words, "front").withNoMail()
                .with("sections", List.of(section(words, "front.join"), section(words, "front.leave")));
    }

    private static Map<String, String> section(Texts words, String name) {
        return Map.of("lang", words.language().toLanguageTag(), "title", words.text(name + ".title"), "text",
                words.text(name + ".text"));
    }

    static String path(Locale language) {
        return StaticFiles.FOLDER + "index." + language.toLanguageTag() + ".html";
    }
}
