package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Brand;
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
        this(site, words, name, list, address, Map.of());
    }

    /**
     * @param name how the names of its texts begin
     * @param more what stands in further slots of the texts
     */
    Question(Site site, Texts words, String name, MailingList list, EmailAddress address, Map<String, String> more) {
        this(site, words, name, values(list, address, more));
        Look.put(model, words, list);
    }

    private static Map<String, String> values(MailingList list, EmailAddress address, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("list", list.profile().name());
        values.put("address", address.masked());
        return values;
    }

    /**
     * About no single list.
     *
     * @param name how the names of its texts begin
     * @param values what stands in their slots
     */
    Question(Site site, Texts words, String name, Map<String, String> values) {
        this.site = site;
        this.words = words;
        model.put("title", words.text(name + ".title", values));
        model.put("paragraphs", words.paragraphs(name + ".text", values));
        model.put("button", words.text(name + ".button", values));
        model.put("aside", words.text(name + ".aside", values));
        for (var none : List.of("press", "small", "other", "focus", "items", "behind")) {
            model.put(none, List.of());
        }
        model.put("hasItems", false);
    }

    /** Names the list above the title. */
    Question about(MailingList list) {
        model.put("list", List.of(list.profile().name()));
        return this;
    }

    /** Shows whose the lists are that it is about. */
    Question of(List<MailingList> lists) {
        Look.put(model, words, Brand.shared(lists));
        return this;
    }

    /** Where the button posts to, and the token that it posts. */
    Question posting(String path, String token) {
        model.put("action", path);
        model.put("token", token);
        return this;
    }

    /** What it is about, one by one, and words behind that. */
    Question items(List<String> items, List<String> behind) {
        model.put("hasItems", !items.isEmpty());
        model.put("items", items);
        model.put("behind", behind);
        return this;
    }

    /** The name of a field that only the button posts. */
    Question pressed(String field) {
        model.put("press", List.of(field));
        return this;
    }

    /** The page opens with the button chosen, so that Enter presses it. */
    Question focused() {
        model.put("focus", List.of("yes"));
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
