package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.MailingList;

/** Puts together a page that says something and asks for nothing. Belongs to one thread. */
final class Message {

    private final Site site;
    private final Texts words;
    private final Map<String, Object> model = new HashMap<>();

    private Message(Site site, Texts words, String title, List<String> paragraphs) {
        this.site = site;
        this.words = words;
        model.put("title", title);
        model.put("paragraphs", paragraphs);
        model.put("hasSteps", false);
        for (var none : List.of("steps", "after", "button", "sections", "choices", "other", "groups")) {
            model.put(none, List.of());
        }
    }

    /** The texts {@code NAME.title} and {@code NAME.text}. */
    static Message named(Site site, Texts words, String name) {
        return named(site, words, name, Map.of());
    }

    /** The texts {@code NAME.title} and {@code NAME.text}, with those values in their slots. */
    static Message named(Site site, Texts words, String name, Map<String, String> values) {
        return new Message(site, words, words.text(name + ".title", values), words.paragraphs(name + ".text", values));
    }

    /** The texts {@code NAME.title} and {@code NAME.text}, about that list, whose name is in their slots. */
    static Message about(Site site, Texts words, String name, MailingList list) {
        return named(site, words, name, Map.of("list", list.profile().name())).of(list);
    }

    /** That title and one paragraph. */
    static Message saying(Site site, Texts words, String title, String paragraph) {
        return new Message(site, words, title, List.of(paragraph));
    }

    /** Names the list above the title, and shows whose it is. */
    Message of(MailingList list) {
        Look.put(model, words, list);
        return this;
    }

    /** Shows whose the lists are that it is about. */
    Message of(List<MailingList> lists) {
        Look.put(model, words, Brand.shared(lists));
        return this;
    }

    /**
     * Shows a button with the text {@code NAME.button}, which leads to the form of that list, when the list is open.
     */
    Message withSignUp(String name, MailingList list) {
        return list.signUp().open()
                ? with("button", List.of(Map.of("href",
                        SignUpPage.path(list.id(), words.language().toLanguageTag()), "label",
                        words.text(name + ".button", Map.of("list", list.profile().name())))))
                : this;
    }

    /** Shows the way for members who have no mail of a list at hand. */
    Message withNoMail() {
        return with("other", List.of(Map.of("before", words.text("nomail.other"), "href", LinksPage.path(words),
                "label", words.text("nomail.link"))));
    }

    /** Shows the way to all lists that are offered to everybody. */
    Message withLists() {
        return with("button", List.of(Map.of("href", "/subscribe?lang=" + words.language().toLanguageTag(), "label",
                words.text("front.button"))));
    }

    /** Fills a slot of the template. */
    Message with(String slot, Object value) {
        model.put(slot, value);
        return this;
    }

    /** The page. */
    String page() {
        return site.page("message", words, model);
    }
}
