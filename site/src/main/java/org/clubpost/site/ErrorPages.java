package org.clubpost.site;

import java.util.Locale;
import java.util.Map;

/** What is shown when nothing can be done for a visitor, whatever the page. */
public final class ErrorPages {

    private final Site site;

    /** In the words of that site. */
    public ErrorPages(Site site) {
        this.site = site;
    }

    /** The link is none of ours. */
    public String forged(Locale language) {
        return message(language, "forged");
    }

    /** There is no such page. */
    public String notFound(Locale language) {
        return Message.named(site, site.words(language), "notfound").withLists().page();
    }

    /** Something that we need does not answer. */
    public String unavailable(Locale language) {
        return message(language, "unavailable");
    }

    /** Something went wrong on our side. */
    public String broken(Locale language) {
        return message(language, "broken");
    }

    /**
     * The request cannot be understood.
     *
     * @param kind what is wrong, as the texts name it, such as {@code malformed}
     * @param field the name of the field that is wrong
     */
    public String refused(Locale language, String kind, String field) {
        var words = site.words(language);
        return Message.saying(site, words, words.text("refused.title"), problem(language, kind, field)).page();
    }

    /** What is wrong with a field, as a sentence that names it. */
    public String problem(Locale language, String kind, String field) {
        var words = site.words(language);
        var special = "problem." + kind + "." + field;
        return words.text(words.has(special) ? special : "problem." + kind, Map.of("field", field));
    }

    private String message(Locale language, String name) {
        return Message.named(site, site.words(language), name).page();
    }
}
