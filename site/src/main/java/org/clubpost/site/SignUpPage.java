package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;

/** The form to join a list, and what a visitor or a program is told when it was sent. */
public final class SignUpPage {

    /** The name of the field that people leave empty and robots fill in. */
    public static final String TRAP_FIELD = "homepage";

    /** The name of the field that says when the form was shown. */
    public static final String STAMP_FIELD = "stamp";
    /** The name of the field with the solution of a challenge, as ALTCHA's own widget calls it. */
    public static final String WORK_FIELD = "altcha";

    private final Site site;
    private final ConsentText consent;

    /** In the words of that site. */
    public SignUpPage(Site site) {
        this.site = site;
        this.consent = new ConsentText(site);
    }

    /** The form. */
    public String form(Locale language, MailingList list, SignUpForm form) {
        var words = site.words(language);
        var values = Map.of("list", list.profile().name());
        var model = new HashMap<>(words.under("signup.", values));
        model.put("title", words.text("signup.title", values));
        model.put("description", list.profile().description().isEmpty()
                ? List.of()
                : List.of(list.profile().description()));
        model.put("listId", list.id().value());
        model.put("wording", consent.digest(language, list));
        model.put("approval", list.signUp().needsApproval() ? List.of(words.text("signup.approval")) : List.of());
        model.put("trap", TRAP_FIELD);
        model.putAll(robots(words, form));
        model.put("email", form.email());
        model.put("name", form.name());
        model.put("refocus", form.wrongField().isEmpty() && !form.email().isEmpty());
        model.put("emailProblem", form.wrongField().equals("email"));
        model.put("nameProblem", form.wrongField().equals("name"));
        model.put("problem", form.problem().isEmpty()
                ? List.of()
                : List.of(Map.of("heading", words.text("problem.heading"), "text", form.problem())));
        model.put("domains", list.signUp().domains().isEmpty()
                ? List.of()
                : List.of(words.text("domains.hint", domains(list))));
        Look.put(model, words, list);
        model.put("otherLanguages", site.others(words, tag -> path(list.id(), tag)));
        return site.page("sign-up", words, model);
    }

    /** What the part of a form has that is against robots. */
    static Map<String, Object> robots(Texts words, SignUpForm form) {
        var challenge = form.against().challenge();
        return Map.of("stampField", STAMP_FIELD, "workField", WORK_FIELD, "stamp",
                form.against().stamp().isEmpty() ? List.of() : List.of(form.against().stamp()), "challenge",
                challenge.isEmpty()
                        ? List.of()
                        : List.of(Map.of("json", challenge, "wait", words.text("signup.wait"))));
    }

    /** Why an address of another domain cannot join the list. */
    public String otherDomain(Locale language, MailingList list) {
        return site.words(language).text("problem.other-domain", domains(list));
    }

    private static Map<String, String> domains(MailingList list) {
        return Map.of("domains", list.signUp().domains().stream().map(DomainPattern::text)
                .collect(Collectors.joining(", ")));
    }

    /** The path of the form in that language. */
    public static String path(ListId list, String languageTag) {
        return "/subscribe?list=" + list.value() + "&lang=" + languageTag;
    }

    /** What a program is told when a request was taken. */
    public String acceptedMessage(Locale language) {
        return site.words(language).text("accepted.message");
    }

    /** The labels of the form, for a script that draws one of its own, by the names that docs/embedding.md gives them. */
    public Map<String, String> labels(Locale language) {
        var words = site.words(language);
        return Map.of("emailLabel", words.text("signup.email"), "nameLabel",
                words.text("signup.name") + " (" + words.text("signup.optional") + ")", "button",
                words.text("signup.button"), "next", words.text("signup.next"));
    }

    /** The tag of the language that comes closest to that one. */
    public String languageTag(Locale language) {
        return site.words(language).language().toLanguageTag();
    }

    /** What a program is told that may know that the list is closed. */
    public String closedMessage(Locale language, MailingList list) {
        return site.words(language).text("closed.text", Map.of("list", list.profile().name()));
    }

    /** Too many requests. */
    public String tooMany(Locale language) {
        return Message.named(site, site.words(language), "toomany").page();
    }

    /** What a program that asks too often is told. */
    public String tooManyMessage(Locale language) {
        return site.words(language).text("toomany.text");
    }

    /** The list takes nobody at the moment. */
    public String closed(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "closed", list).page();
    }

    /** There is no such list. */
    public String noList(Locale language) {
        return Message.named(site, site.words(language), "nolist").withLists().page();
    }
}
