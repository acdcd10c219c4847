package org.clubpost.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.privacy.Retention;

/** The page on which a member has everything about them erased, and what its button leads to. */
public final class ErasePage {

    private final Site site;

    /** In the words of that site. */
    public ErasePage(Site site) {
        this.site = site;
    }

    /**
     * Asks whether everything is to be erased. The button posts {@code token} to {@code /erase}.
     *
     * @param list the list from which the link came
     * @param lists the lists on which something is stored
     * @param pressed the name of a field that only the button posts
     */
    public String question(Locale language, MailingList list, EmailAddress address, List<MailingList> lists,
            String token, String pressed, Instant now) {
        var words = site.words(language);
        var values = Map.of("list", list.profile().name(), "address", address.masked(), "day", day(words, list, now));
        var model = new HashMap<String, Object>();
        Look.put(model, words, list, token);
        model.put("title", words.text("erase.title"));
        model.put("paragraphs", words.paragraphs("erase.text", values));
        model.put("lists", List.of(Map.of("names", lists.stream().map(each -> each.profile().name()).toList())));
        model.put("after", List.of(words.text("erase.after", values), words.text("erase.stays", values)));
        model.put("forms", List.of(form("/erase", token, pressed, words.text("erase.button"))));
        model.put("links", List.of(
                link(words.text("erase.look"), "/my-data?token=" + token, words.text("erase.look.link")),
                link(words.text("erase.leave", values), "/unsubscribe?token=" + token,
                        words.text("erase.leave.link"))));
        return site.page("erase", words, model);
    }

    /** Everything is erased. */
    public String erased(Locale language, MailingList list, Instant now) {
        var words = site.words(language);
        return Message.named(site, words, "erased", Map.of("day", day(words, list, now)))
                .of(List.of(list)).page();
    }

    /**
     * The link is not fresh. The button has a fresh one sent to the member's own address: it posts {@code token} and
     * that field to {@code /manage}. Says nothing about the member.
     */
    public String needsFreshLink(Locale language, MailingList list, String token, String pressed) {
        var words = site.words(language);
        var values = Map.of("list", list.profile().name());
        var model = new HashMap<String, Object>();
        Look.put(model, words, list, token);
        model.put("title", words.text("freshlink.title"));
        model.put("paragraphs", words.paragraphs("freshlink.text", values));
        model.put("lists", List.of());
        model.put("after", List.of(words.text("freshlink.again")));
        model.put("forms", List.of(form("/manage", token, pressed, words.text("freshlink.button"))));
        model.put("links", List.of());
        return site.page("erase", words, model);
    }

    private static Map<String, String> form(String action, String token, String pressed, String button) {
        return Map.of("action", action, "token", token, "press", pressed, "button", button);
    }

    static Map<String, String> link(String before, String href, String label) {
        return Map.of("before", before, "href", href, "label", label);
    }

    /** When the last of our copies of a mail that was written until now is deleted. */
    private static String day(Texts words, MailingList list, Instant now) {
        ZoneId zone = list.dispatch().zone();
        return words.day(LocalDate.ofInstant(now.plus(Retention.MAILS), zone).plusDays(1));
    }
}
