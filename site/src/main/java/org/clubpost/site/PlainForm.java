package org.clubpost.site;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.MailingList;

/**
 * The snippet for other websites: a form without a script and without a style. It has the words that a visitor agrees
 * to, and sends their hash, so that those words go on record which this very form showed.
 */
public final class PlainForm {

    private final Site site;
    private final ConsentText consent;

    /** In the words of that site. */
    public PlainForm(Site site) {
        this.site = site;
        this.consent = new ConsentText(site);
    }

    /**
     * The snippet, as HTML to paste.
     *
     * @param pages where the service is seen from outside, such as {@code https://join.lists.club.example}
     */
    public String html(Locale language, MailingList list, URI pages) {
        var words = site.words(language);
        var model = new HashMap<>(words.under("signup.", Map.of("list", list.profile().name())));
        model.put("language", words.language().toLanguageTag());
        model.put("action", pages + "/subscribe");
        model.put("listId", list.id().value());
        model.put("consent", consent.words(language, list));
        model.put("wording", consent.digest(language, list));
        model.put("approval", list.signUp().needsApproval() ? List.of(words.text("signup.approval")) : List.of());
        return site.part("plain-form", model);
    }
}
