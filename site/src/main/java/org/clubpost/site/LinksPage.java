package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page for members who have no mail of a list at hand: they enter their address, and get their links by mail. */
public final class LinksPage {

    /** Where it is. */
    public static final String PATH = "/leave";

    private final Site site;

    static String path(Texts words) {
        return PATH + "?lang=" + words.language().toLanguageTag();
    }

    /** In the words of that site. */
    public LinksPage(Site site) {
        this.site = site;
    }

    /**
     * The form, with the field {@code email} and, hidden from people, the trap {@code website}.
     *
     * @param typed the address as typed just now
     * @param problem what is wrong with it, as a sentence; empty when nothing is
     */
    public String form(Locale language, String typed, String problem) {
        var words = site.words(language);
        var model = new HashMap<String, Object>(words.under("links.", Map.of()));
        model.put("title", words.text("links.title"));
        model.put("paragraphs", words.paragraphs("links.text", Map.of()));
        model.put("email", typed);
        model.put("trap", words.text("signup.trap"));
        model.put("problem", problem.isEmpty()
                ? List.of()
                : List.of(Map.of("heading", words.text("problem.heading"), "text", problem)));
        model.put("otherLanguages", site.others(words, tag -> PATH + "?lang=" + tag));
        return site.page("links", words, model);
    }

    /** A mail is on its way, if the address is a member's. */
    public String sent(Locale language) {
        return Message.named(site, site.words(language), "linkswanted").page();
    }

    /** Too many asked just now. */
    public String tooMany(Locale language) {
        return Message.named(site, site.words(language), "toomany").page();
    }
}
