package org.clubpost.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.privacy.Retention;

/**
 * What a list stores about people, why, where, and for how long: a page in the club's name that is made from the
 * settings, so that it says what is so.
 */
public final class PrivacyPage {

    /** As the head of every page has it. The club's own colours come after it. */
    private static final String STYLE_SHEET = "<link rel=\"stylesheet\" href=\"/site/style.css\">";

    private final Site site;
    private final Optional<String> region;

    /**
     * In the words of that site.
     *
     * @param region the region of AWS in which everything lies; empty when it lies on one machine
     */
    public PrivacyPage(Site site, Optional<String> region) {
        this.site = site;
        this.region = region;
    }

    /** The path of the page of that list, in that language. */
    public static String path(MailingList list, Locale language) {
        return "/privacy?list=" + list.id().value() + "&lang=" + language.toLanguageTag();
    }

    /** The path of the page for a member who came with that link. */
    static String path(String token) {
        return "/privacy?token=" + token;
    }

    /** The page as every visitor may see it. */
    public String open(Locale language, MailingList list) {
        var words = site.words(language);
        return page(words, list, list.signUp().open()
                ? List.of(ErasePage.link(words.text("privacy.join"),
                        SignUpPage.path(list.id(), words.language().toLanguageTag()), words.text("privacy.join.link")))
                : List.of());
    }

    /** The page as a file of its own, with its style in it, for whoever does not come to the site. */
    public String alone(Locale language, MailingList list) {
        return page(site.words(language), list, List.of(), List.of())
                .replaceAll("<link rel=\"icon\"[^>]*>\n", "").replace(STYLE_SHEET,
                        "<style>\n" + Resources.text("static/style.css") + "</style>");
    }

    /** The page as a member sees it who came with a link. */
    public String ofMember(Locale language, MailingList list, String token) {
        var words = site.words(language);
        return page(words, list, List.of(ErasePage.link(words.text("privacy.settings"), "/manage?token=" + token,
                words.text("privacy.settings.link"))));
    }

    /** There is no such list, or it is not open to everybody. */
    public String none(Locale language) {
        return Message.named(site, site.words(language), "privacy.none").page();
    }

    private String page(Texts words, MailingList list, List<Map<String, String>> links) {
        return page(words, list, links,
                site.others(words, tag -> path(list, Locale.forLanguageTag(tag))));
    }

    private String page(Texts words, MailingList list, List<Map<String, String>> links,
            List<Map<String, String>> otherLanguages) {
        var values = values(words, list);
        var notes = list.notes();
        var hasGroups = !list.groups().all().isEmpty();
        var sections = List.of(section(words, "who", values, Stream.of("who.text")),
                section(words, "signup", values, Stream.of("signup.text", "signup.count")),
                section(words, "member", values, Stream.of(Stream.of("member.text"),
                        Stream.of("member.phone").filter(_ -> notes.takesPhones()),
                        Stream.of("member.groups").filter(_ -> hasGroups)).flatMap(each -> each)),
                section(words, "after", values, Stream.of("after.text")),
                section(words, "posts", values, Stream.of("posts.text")),
                section(words, "logs", values, Stream.of("logs.text")),
                section(words, "where", values,
                        Stream.of(region.isPresent() ? "where.aws" : "where.machine", "where.others")),
                section(words, "rights", values, Stream.of("rights.text")));
        var model = new HashMap<String, Object>();
        Look.put(model, words, list.brand());
        model.put("list", List.of(list.profile().name()));
        model.put("title", words.text("privacy.title"));
        model.put("lead", words.text("privacy.lead", values));
        model.put("sections", sections);
        model.put("links", links);
        model.put("otherLanguages", otherLanguages);
        return site.page("privacy", words, model);
    }

    private Map<String, String> values(Texts words, MailingList list) {
        var values = new HashMap<String, String>();
        values.put("list", list.profile().name());
        values.put("contact", list.address(ListRole.OWNER).written());
        values.put("region", region.orElse(""));
        values.put("forget", words.span(list.people().forgetAfter()));
        values.put("log", log(words, list));
        Map.of("confirm", list.signUp().confirmWithin(), "expired", Retention.REQUESTS, "codes", Retention.CODES,
                "numbers", Retention.COUNTS, "change", Retention.CHANGES, "back", Retention.WAY_BACK, "copies",
                Retention.COPIES, "mails", Retention.MAILS, "logs", Retention.LOGS, "backups", Retention.BACKUPS)
                .forEach((slot, time) -> values.put(slot, words.duration(time)));
        return values;
    }

    private static String log(Texts words, MailingList list) {
        var years = list.people().logKept().years();
        return years.isEmpty()
                ? words.text("privacy.log.forever")
                : words.text("privacy.log", Map.of("log", words.span(Duration.ofDays(365L * years.getAsInt()))));
    }

    private Map<String, Object> section(Texts words, String name, Map<String, String> values, Stream<String> texts) {
        var paragraphs = new ArrayList<String>();
        texts.forEach(text -> paragraphs.addAll(words.paragraphs("privacy." + text, values)));
        return Map.of("title", words.text("privacy." + name + ".title"), "paragraphs", paragraphs, "kept",
                kept(words, name, values));
    }

    private List<Map<String, String>> kept(Texts words, String name, Map<String, String> values) {
        var key = "privacy." + name + ".kept";
        return Stream.of(key, key + (region.isPresent() ? ".aws" : ".machine")).filter(words::has)
                .map(each -> Map.of("label", words.text("privacy.kept"), "text", words.text(each, values))).toList();
    }
}
