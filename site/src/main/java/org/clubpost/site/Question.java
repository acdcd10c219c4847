package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/**
 * Puts together a page with one button. Belongs to one thread.
 *
 * <p>The address that it is about is shown {@linkplain EmailAddress#masked() masked}: anyone who holds a link need not
 * know to whom it was sent.
 */
final class Question {

    private final Site site;
    private final Texts words;
    private final Map<String, Object> model = new HashMap<>();

    /**
     * @param name how the names of its texts begin: {@code NAME.title}, {@code NAME.text}, {@code NAME.button}, {@code
     *         NAME.aside}
     */
    Question(Site site, Texts words, String name, MailingList list, EmailAddress address) {
        this.site = site;
        this.words = words;
        var values = Map.of("list", list.profile().name(), "address", address.masked());
        model.put("list", List.of(list.profile().name()));
        model.put("title", words.text(name + ".title", values));
        model.put("paragraphs", words.paragraphs(name + ".text", values));
        model.put("button", words.text(name + ".button", values));
        model.put("aside", words.text(name + ".aside", values));
        for (var none : List.of("press", "small", "other")) {
            model.put(none, List.of());
        }
    }

    /** Where the button posts to, and the token that it posts. */
    Question posting(String path, String token) {
        model.put("action", path);
        model.put("token", token);
        return this;
    }

    /** The name of a field that only the button posts. */
    Question pressed(String field) {
        model.put("press", List.of(field));
        return this;
    }

    /** Small print below the button. */
    Question small(String text) {
        model.put("small", List.of(text));
        return this;
    }

    /** The link for those who want something else. */
    Question other(String path, String label) {
        model.put("other", List.of(Map.of("href", path, "label", label)));
        return this;
    }

    /** The page. */
    String page() {
        return site.page("question", words, model);
    }
}
