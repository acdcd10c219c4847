package org.clubpost.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.text.Languages;

/**
 * The pages on which owners and authors decide about a mail that waits, as complete HTML documents in the list's language that need no script. Start with
 * {@link #load()}; one object serves all threads. What the mail says of itself is escaped.
 */
public final class ModerationPages {

    private final Map<Locale, Texts> texts;
    private final Templates templates;

    private ModerationPages(Map<Locale, Texts> texts, Templates templates) {
        this.texts = texts;
        this.templates = templates;
    }

    /** Reads the words of all languages. */
    public static ModerationPages load() {
        return new ModerationPages(Texts.all(), Templates.html("pages"));
    }

    /** Shows what is to be decided, with the button that does it; for a refusal with a field {@code reason}. */
    public String question(MailingList list, Post post, Action action, String token) {
        var words = in(list);
        var name = "moderate." + action.name().toLowerCase(Locale.ROOT);
        var values = values(list, "");
        if (action == Action.CANCEL) {
            if (post.state() instanceof PostState.Waiting waiting) {
                values = values(list, waiting.until());
            } else {
                name += "-begun";
            }
        }
        var shown = post.headline();
        var model = new HashMap<String, Object>();
        model.put("list", list.profile().name());
        model.put("title", words.text(name + ".title", values));
        model.put("paragraphs", words.paragraphs(name + ".text", values));
        model.put("fromLabel", words.text("moderate.from"));
        model.put("from", shown.author().isEmpty() ? words.text("moderate.nobody") : shown.author());
        model.put("subjectLabel", words.text("moderate.subject"));
        model.put("subject", shown.subject().isEmpty() ? words.text("moderate.no-subject") : shown.subject());
        model.put("receivedLabel", words.text("moderate.received"));
        model.put("received", time(words.language(), post.id().storedAt()));
        model.put("token", token);
        model.put("reasonLabel", action == Action.REFUSE ? List.of(words.text(name + ".reason")) : List.of());
        model.put("optional", words.text("signup.optional"));
        model.put("button", words.text(name + ".button"));
        model.put("aside", words.text(name + ".aside"));
        return page("moderate", words, model);
    }

    /** It goes out. */
    public String sent(MailingList list) {
        return message(list, "sent", "");
    }

    /** It goes out at that time. */
    public String scheduled(MailingList list, Instant until) {
        return message(list, "scheduled", values(list, until));
    }

    /** Its author took it back before it went out. */
    public String takenBack(MailingList list) {
        return message(list, "taken-back", "");
    }

    /** Its author stopped it when so many copies had gone out. */
    public String halted(MailingList list, long sent) {
        return message(list, "halted", Map.of("list", list.profile().name(), "sent", Long.toString(sent)));
    }

    /** It has gone out, and cannot be taken back. */
    public String tooLate(MailingList list) {
        return message(list, "too-late", "");
    }

    /**
     * It does not go out.
     *
     * @param authorTold whether its author was told
     */
    public String stopped(MailingList list, boolean authorTold) {
        return message(list, authorTold ? "told" : "stopped", "");
    }

    /**
     * Its author confirmed it, and now it waits for the owners.
     *
     * @param reason why, as a sentence
     */
    public String waits(MailingList list, String reason) {
        return message(list, "waits", reason);
    }

    /**
     * It cannot go out.
     *
     * @param reason why, as a sentence
     */
    public String cannotBeSent(MailingList list, String reason) {
        return message(list, "cannot", reason);
    }

    /** Somebody decided before, or its time is over. */
    public String settled(MailingList list) {
        return message(list, "settled", "");
    }

    /** The link is none of ours. */
    public String forged(Locale language) {
        var words = closest(language);
        return page("message", words, message(words.text("moderate.forged.title"),
                words.paragraphs("moderate.forged.text", Map.of()), List.of()));
    }

    /** A time as people write it, in UTC; with plain spaces, so that a mail with it can stay plain ASCII. */
    static String time(Locale language, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(language)
                .withZone(ZoneOffset.UTC).format(time).replace('\u202f', ' ') + " UTC";
    }

    private String message(MailingList list, String name, String reason) {
        return message(list, name, values(list, reason));
    }

    private String message(MailingList list, String name, Map<String, String> values) {
        var words = in(list);
        return page("message", words, message(words.text("moderate." + name + ".title", values),
                words.paragraphs("moderate." + name + ".text", values), List.of(list.profile().name())));
    }

    private static Map<String, Object> message(String title, List<String> paragraphs, List<String> list) {
        var model = new HashMap<String, Object>(Map.of("title", title, "paragraphs", paragraphs, "list", list));
        for (var none : List.of("steps", "after", "button", "sections")) {
            model.put(none, List.of());
        }
        model.put("hasSteps", false);
        return model;
    }

    private static Map<String, String> values(MailingList list, String reason) {
        return Map.of("list", list.profile().name(), "reason", reason);
    }

    private Map<String, String> values(MailingList list, Instant until) {
        return Map.of("list", list.profile().name(), "until", time(in(list).language(), until));
    }

    private Texts in(MailingList list) {
        return closest(list.profile().language());
    }

    private Texts closest(Locale language) {
        return Optional.ofNullable(texts.get(Languages.closest(language))).orElseThrow();
    }

    private String page(String template, Texts words, Map<String, Object> model) {
        model.put("language", words.language().toLanguageTag());
        model.put("trust", words.text("footer.trust"));
        model.put("otherLanguages", List.of());
        return templates.fill(template, model);
    }
}
