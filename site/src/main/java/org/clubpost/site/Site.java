package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.core.text.Languages;

/**
 * What every page is made of: the words of all languages and the templates. Start with {@link #load()}, and make the
 * pages that you need from it; one object serves all of them and all threads.
 *
 * <p>A language that we do not have is answered in English. Whatever is put into a page is escaped, wherever it comes
 * from.
 */
public final class Site {

    private final Map<Locale, Texts> texts;
    private final Templates templates;

    private Site(Map<Locale, Texts> texts, Templates templates) {
        this.texts = texts;
        this.templates = templates;
    }

    /** Reads the words of all languages. */
    public static Site load() {
        return new Site(Texts.all(), Templates.html("pages"));
    }

    /** The words of the language that comes closest. */
    Texts words(Locale language) {
        return Optional.ofNullable(texts.get(Languages.closest(language))).orElseThrow();
    }

    /** A page, as a complete HTML document: that template, with what all pages have in common. */
    String page(String template, Texts words, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.put("language", words.language().toLanguageTag());
        all.put("trust", words.text("footer.trust"));
        for (var none : List.of("otherLanguages", "list", "palette", "logo", "legal", "postal")) {
            all.putIfAbsent(none, List.of());
        }
        all.putIfAbsent("hasPostal", false);
        all.put("hasLegal", !List.of().equals(all.get("legal")));
        all.put("hasOtherLanguages", !List.of().equals(all.get("otherLanguages")));
        return templates.fill(template, all);
    }

    /** A part of a page of others: that template. */
    String part(String template, Map<String, Object> model) {
        return templates.fill(template, model);
    }

    /**
     * The links to the same page in the other languages, for the slot {@code otherLanguages}. The path is made from a
     * language's tag.
     */
    List<Map<String, String>> others(Texts words, UnaryOperator<String> path) {
        return Languages.ALL.stream().filter(each -> !each.equals(words.language())).map(Locale::toLanguageTag)
                .map(tag -> Map.of("tag", tag, "href", path.apply(tag), "name",
                        words(Locale.forLanguageTag(tag)).text("language.name")))
                .toList();
    }
}
