package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;

/** The page on which an owner or an author decides about a held mail, in the list's language. */
public final class ModerationPage {

    private final Site site;

    /** In the words of that site. */
    public ModerationPage(Site site) {
        this.site = site;
    }

    /** Shows what is to be decided, with the button that does it. A refusal has a field {@code reason} as well. */
    public String question(MailingList list, Post post, Action action, String token) {
        var words = site.words(list.profile().language());
        var name = name(post, action);
        var values = values(words, list, post);
        var shown = post.headline();
        var model = new HashMap<String, Object>();
        Look.put(model, words, list);
        model.put("title", words.text(name + ".title", values));
        model.put("paragraphs", words.paragraphs(name + ".text", values));
        model.put("fromLabel", words.text("moderate.from"));
        model.put("from", shown.author().isEmpty() ? words.text("moderate.nobody") : shown.author());
        model.put("subjectLabel", words.text("moderate.subject"));
        model.put("subject", shown.subject().isEmpty() ? words.text("moderate.no-subject") : shown.subject());
        model.put("receivedLabel", words.text("moderate.received"));
        model.put("received", words.time(post.id().storedAt(), list.dispatch().zone()));
        model.put("token", token);
        model.put("reasonLabel", action == Action.REFUSE ? List.of(words.text(name + ".reason")) : List.of());
        model.put("optional", words.text("signup.optional"));
        model.put("button", words.text(name + ".button"));
        model.put("aside", words.text(name + ".aside"));
        return site.page("moderate", words, model);
    }

    /** How the names of the texts begin. Taking back a mail that is on its way already is another question. */
    private static String name(Post post, Action action) {
        var name = "moderate." + action.name().toLowerCase(Locale.ROOT);
        return action == Action.CANCEL && !(post.state() instanceof PostState.Waiting) ? name + "-begun" : name;
    }

    private static Map<String, String> values(Texts words, MailingList list, Post post) {
        return post.state() instanceof PostState.Waiting waiting
                ? Map.of("list", list.profile().name(), "until", words.time(waiting.until(), list.dispatch().zone()))
                : Map.of("list", list.profile().name(), "audience", words.audience(post.parties().audience()));
    }
}
