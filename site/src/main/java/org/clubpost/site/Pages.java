package org.clubpost.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.text.Languages;

/**
 * Every page that a visitor sees, as complete HTML documents that need no script. Start with {@link #load()}; one object serves all threads.
 *
 * <p>A language that we do not have is answered in English. What is put into a page is escaped, whoever it comes from. An address is shown
 * {@linkplain EmailAddress#masked() masked}: who holds a link need not know to whom it was sent.
 */
public final class Pages {

    /** The name of the field that people leave empty and robots fill in. */
    public static final String TRAP_FIELD = "homepage";

    private final Map<Locale, Texts> texts;
    private final Templates templates;

    private Pages(Map<Locale, Texts> texts, Templates templates) {
        this.texts = texts;
        this.templates = templates;
    }

    /** Reads the words of all languages. */
    public static Pages load() {
        return new Pages(Texts.all(), Templates.html("pages"));
    }

    /** The form to join a list. */
    public String signUp(Locale language, MailingList list, SignUpForm form) {
        var words = in(language);
        var values = values(list);
        var model = new HashMap<>(words.under("signup.", values));
        model.put("title", words.text("signup.title", values));
        model.put("description", list.profile().description().isEmpty()
                ? List.of()
                : List.of(list.profile().description()));
        model.put("listId", list.id().value());
        model.put("trap", TRAP_FIELD);
        model.put("email", form.email());
        model.put("name", form.name());
        model.put("emailProblem", form.wrongField().equals("email"));
        model.put("nameProblem", form.wrongField().equals("name"));
        model.put("problem", form.problem().isEmpty()
                ? List.of()
                : List.of(Map.of("heading", words.text("problem.heading"), "text", form.problem())));
        model.put("list", List.of(list.profile().name()));
        model.put("otherLanguages", others(words, tag -> "/subscribe?list=" + list.id().value() + "&lang=" + tag));
        return page("sign-up", words, model);
    }

    /** What a visitor agrees to, in the words of the form and of the page that asks for confirmation. */
    public String consent(Locale language, MailingList list) {
        return in(language).text("signup.consent", values(list));
    }

    /** SHA-256 of {@link #consent}, as 64 hexadecimal digits, for the record of consent. */
    public String consentDigest(Locale language, MailingList list) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(consent(language, list).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What is wrong with a field, as a sentence that names it. */
    public String problem(Locale language, String kind, String field) {
        var words = in(language);
        var special = "problem." + kind + "." + field;
        return words.text(words.has(special) ? special : "problem." + kind, Map.of("field", field));
    }

    /** What a program is told when a request was taken. */
    public String acceptedMessage(Locale language) {
        return in(language).text("accepted.message");
    }

    /** What a program is told that asks too often. */
    public String tooManyMessage(Locale language) {
        return in(language).text("toomany.text");
    }

    /** Where a visitor is sent after the form: the path of a {@linkplain StaticFiles static page}. */
    public String checkYourInboxPath(Locale language) {
        return StaticFiles.checkYourInbox(Languages.closest(language));
    }

    /** One last step: the page behind the link in the confirmation mail, with the button that confirms. */
    public String confirm(Locale language, MailingList list, EmailAddress address, String token) {
        var words = in(language);
        var model = question(words, "confirm", list, address);
        model.put("action", "/confirm");
        model.put("token", token);
        model.put("small", List.of(consent(language, list)));
        model.put("other",
                List.of(Map.of("href", "/withdraw?token=" + token, "label", words.text("confirm.withdraw"))));
        return page("question", words, model);
    }

    /** Asks whether the request is to be removed. */
    public String withdraw(Locale language, MailingList list, EmailAddress address, String token) {
        var words = in(language);
        var model = question(words, "withdraw", list, address);
        model.put("action", "/withdraw");
        model.put("token", token);
        model.put("other", List.of(Map.of("href", "/confirm?token=" + token, "label", words.text("withdraw.confirm"))));
        return page("question", words, model);
    }

    /**
     * Asks whether the membership is to end.
     *
     * @param pressed the name of the field by which the button can be told from a one-click request
     */
    public String leave(Locale language, MailingList list, EmailAddress address, String token, String pressed) {
        var words = in(language);
        var model = question(words, "leave", list, address);
        model.put("action", "/unsubscribe");
        model.put("token", token);
        model.put("press", List.of(pressed));
        return page("question", words, model);
    }

    /**
     * A member's settings, with the form to change them: fields {@code token}, {@code name}, {@code language} (a tag), {@code own-posts} (a word of
     * {@link OwnPosts}) and {@code copy} ({@code yes} or absent).
     */
    public String manage(Locale language, MailingList list, EmailAddress address, String token, ManageForm form) {
        var words = in(language);
        var values = Map.of("list", list.profile().name(), "address", address.masked());
        var model = new HashMap<>(words.under("manage.", values));
        model.put("title", words.text("manage.title"));
        model.put("list", List.of(list.profile().name()));
        model.put("token", token);
        model.put("optional", words.text("signup.optional"));
        model.put("name", form.name());
        model.put("languages", Languages.ALL.stream()
                .map(each -> Map.of("tag", each.toLanguageTag(), "label", in(each).text("language.name"), "chosen",
                        each.equals(Languages.closest(form.language()))))
                .toList());
        model.put("ownPosts", Stream.of(OwnPosts.values())
                .map(each -> Map.of("word", each.word(), "label", words.text("manage.own." + each.word()), "chosen",
                        each == form.settings().ownPosts()))
                .toList());
        model.put("copy", form.settings().copyWhenAddressed());
        model.put("saved", List.of());
        model.put("problem", List.of());
        model.put("nameProblem", false);
        switch (form.status()) {
            case ManageForm.Status.Shown _ -> {
            }
            case ManageForm.Status.Saved _ -> model.put("saved", List.of(words.text("manage.saved")));
            case ManageForm.Status.Wrong(var field, var problem) -> {
                model.put("problem", List.of(Map.of("heading", words.text("problem.heading"), "text", problem)));
                model.put("nameProblem", field.equals("name"));
            }
        }
        return page("manage", words, model);
    }

    /** Just confirmed. */
    public String joined(Locale language, MailingList list) {
        return message(language, "joined", list);
    }

    /** Confirmed before. */
    public String alreadyJoined(Locale language, MailingList list) {
        return message(language, "already", list);
    }

    /** The link is too old or was withdrawn; shows the way to ask again. */
    public String gone(Locale language, MailingList list) {
        return messageWithSignUp(language, "gone", list);
    }

    /** The link is none of ours. */
    public String forged(Locale language) {
        return message(language, "forged");
    }

    /** A member's link, to leave or to the settings, is none of ours; who has it wants no advice on joining. */
    public String forgedMembership(Locale language) {
        return message(language, "unreadable");
    }

    /** The request was withdrawn. */
    public String withdrawn(Locale language, MailingList list) {
        return message(language, "withdrawn", list);
    }

    /** The membership ended; shows the way back. */
    public String left(Locale language, MailingList list) {
        return messageWithSignUp(language, "left", list);
    }

    /** The membership had ended before; shows the way back. */
    public String notMember(Locale language, MailingList list) {
        return messageWithSignUp(language, "notmember", list);
    }

    /** There is no such list, or it is closed. */
    public String noList(Locale language) {
        return message(language, "nolist");
    }

    /** There is no such page. */
    public String notFound(Locale language) {
        return message(language, "notfound");
    }

    /** Too many requests. */
    public String tooMany(Locale language) {
        return message(language, "toomany");
    }

    /**
     * The request cannot be understood.
     *
     * @param problem what is wrong, as a sentence
     */
    public String refused(Locale language, String problem) {
        var words = in(language);
        return page("message", words, plain(words.text("refused.title"), List.of(problem)));
    }

    /** Something that we need does not answer. */
    public String unavailable(List<LanguageRange> wanted) {
        return message(Languages.best(wanted, Locale.ENGLISH), "unavailable");
    }

    /** Something went wrong on our side. */
    public String broken(List<LanguageRange> wanted) {
        return message(Languages.best(wanted, Locale.ENGLISH), "broken");
    }

    /** What is shown after the form, whoever filled it in. */
    String checkYourInbox(Locale language) {
        var words = in(language);
        var model = plain(words.text("inbox.title"), words.paragraphs("inbox.text", Map.of()));
        model.put("hasSteps", true);
        model.put("steps", words.paragraphs("inbox.steps", Map.of()));
        model.put("after", words.paragraphs("inbox.after", Map.of()));
        model.put("otherLanguages", others(words, tag -> StaticFiles.checkYourInbox(Locale.forLanguageTag(tag))));
        return page("message", words, model);
    }

    /** What is shown to who comes without a link. */
    String front(Locale language) {
        var words = in(language);
        var model = plain(words.text("front.title"), words.paragraphs("front.text", Map.of()));
        model.put("sections", List.of(section(words, "front.join"), section(words, "front.leave")));
        model.put("otherLanguages", others(words, tag -> StaticFiles.front(Locale.forLanguageTag(tag))));
        return page("message", words, model);
    }

    private static Map<String, String> section(Texts words, String name) {
        return Map.of("title", words.text(name + ".title"), "text", words.text(name + ".text"));
    }

    private Texts in(Locale language) {
        return Optional.ofNullable(texts.get(Languages.closest(language))).orElseThrow();
    }

    private static Map<String, String> values(MailingList list) {
        return Map.of("list", list.profile().name());
    }

    private Map<String, Object> question(Texts words, String name, MailingList list, EmailAddress address) {
        var values = Map.of("list", list.profile().name(), "address", address.masked());
        var model = new HashMap<String, Object>();
        model.put("list", List.of(list.profile().name()));
        model.put("title", words.text(name + ".title", values));
        model.put("paragraphs", words.paragraphs(name + ".text", values));
        model.put("button", words.text(name + ".button", values));
        model.put("aside", words.text(name + ".aside", values));
        model.put("press", List.of());
        model.put("small", List.of());
        model.put("other", List.of());
        return model;
    }

    private String message(Locale language, String name) {
        var words = in(language);
        return page("message", words,
                plain(words.text(name + ".title"), words.paragraphs(name + ".text", Map.of())));
    }

    private String message(Locale language, String name, MailingList list) {
        var words = in(language);
        return page("message", words, about(words, name, list));
    }

    private String messageWithSignUp(Locale language, String name, MailingList list) {
        var words = in(language);
        var model = about(words, name, list);
        model.put("button", list.signUp().open()
                ? List.of(Map.of("href", signUpPath(list.id(), words.language()), "label",
                        words.text(name + ".button", values(list))))
                : List.of());
        return page("message", words, model);
    }

    private static Map<String, Object> about(Texts words, String name, MailingList list) {
        var model = plain(words.text(name + ".title", values(list)), words.paragraphs(name + ".text", values(list)));
        model.put("list", List.of(list.profile().name()));
        return model;
    }

    private static String signUpPath(ListId list, Locale language) {
        return "/subscribe?list=" + list.value() + "&lang=" + language.toLanguageTag();
    }

    private static Map<String, Object> plain(String title, List<String> paragraphs) {
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("paragraphs", paragraphs);
        model.put("hasSteps", false);
        model.put("steps", List.of());
        model.put("after", List.of());
        model.put("button", List.of());
        model.put("sections", List.of());
        return model;
    }

    private List<Map<String, String>> others(Texts words, UnaryOperator<String> path) {
        return Languages.ALL.stream().filter(each -> !each.equals(words.language())).map(Locale::toLanguageTag)
                .map(tag -> Map.of("tag", tag, "href", path.apply(tag), "name",
                        in(Locale.forLanguageTag(tag)).text("language.name")))
                .toList();
    }

    private String page(String template, Texts words, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.put("language", words.language().toLanguageTag());
        all.put("trust", words.text("footer.trust"));
        all.putIfAbsent("otherLanguages", List.of());
        all.putIfAbsent("list", List.of());
        return templates.fill(template, all);
    }
}
