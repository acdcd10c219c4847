package org.clubpost.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.MailingList;

/** The front page of the club: all lists that are offered to everybody, to be ticked and signed up to at once. */
public final class ListsPage {

    private final Site site;
    private final ConsentText consent;
    private final FrontPage front;

    /** In the words of that site. */
    public ListsPage(Site site) {
        this.site = site;
        this.consent = new ConsentText(site);
        this.front = new FrontPage(site);
    }

    /**
     * The page. Without a list it says how one joins and leaves by links.
     *
     * @param lists the lists, in the order in which they are shown; the only one is ticked
     */
    public String form(Locale language, List<MailingList> lists, ListsForm form) {
        var words = site.words(language);
        if (lists.isEmpty()) {
            return front.withoutLists(language);
        }
        var model = new HashMap<>(words.under("signup.", Map.of("list", "")));
        for (var name : List.of("lists.text", "lists.consent", "lists.aside", "nomail.other", "nomail.link")) {
            model.put(name, words.text(name));
        }
        model.put("nomail.path", LinksPage.path(words));
        model.put("title", words.text("lists.title"));
        model.put("trap", SignUpPage.TRAP_FIELD);
        model.putAll(SignUpPage.robots(words, form.form()));
        model.put("email", form.form().email());
        model.put("refocus", form.form().wrongField().isEmpty() && !form.form().email().isEmpty());
        model.put("name", form.form().name());
        model.put("nameShown", lists.size() == 1 || !form.form().name().isEmpty());
        for (var field : List.of("lists", "email", "name")) {
            model.put(field + "Problem", form.form().wrongField().equals(field));
        }
        model.put("problem", form.form().problem().isEmpty()
                ? List.of()
                : List.of(Map.of("heading", words.text("problem.heading"), "text", form.form().problem())));
        model.put("offers", lists.stream().map(list -> offer(words, list, lists, form)).toList());
        model.put("wording", consent.digestOfSeveral(language));
        Look.put(model, words, Brand.shared(lists));
        model.put("otherLanguages", site.others(words, tag -> "/subscribe?lang=" + tag));
        return site.page("lists", words, model);
    }

    private static Map<String, Object> offer(Texts words, MailingList list, List<MailingList> all, ListsForm form) {
        var about = Stream.of(list.profile().description()).filter(text -> !text.isEmpty()).toList();
        var rules = new ArrayList<String>();
        if (list.signUp().needsApproval()) {
            rules.add(words.text("lists.approval"));
        }
        if (!list.signUp().domains().isEmpty()) {
            rules.add(words.text("domains.hint", domains(list)));
        }
        return Map.of("id", list.id().value(), "name", list.profile().name(), "hasHint",
                !about.isEmpty() || !rules.isEmpty(), "about", about, "rules", rules, "ticked",
                all.size() == 1 || form.ticked().contains(list.id()), "first",
                form.form().wrongField().equals("lists") && list.equals(all.getFirst()));
    }

    /** Why an address of another domain cannot join one of the ticked lists. */
    public String otherDomain(Locale language, MailingList list) {
        var values = new HashMap<>(domains(list));
        values.put("list", list.profile().name());
        return site.words(language).text("problem.other-domain.lists", values);
    }

    private static Map<String, String> domains(MailingList list) {
        return Map.of("domains", list.signUp().domains().stream().map(DomainPattern::text)
                .collect(Collectors.joining(", ")));
    }
}
