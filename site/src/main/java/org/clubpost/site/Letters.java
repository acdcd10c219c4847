package org.clubpost.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.list.Audience;
import org.clubpost.core.text.Languages;

/**
 * Writes the words of our own mails: as plain text, and the same as HTML that mail programs of the last twenty years
 * show alike. Start with {@link #load()}; one object serves all threads.
 */
public final class Letters {

    private static final int LINE = 72;

    private final Map<Locale, Texts> texts;
    private final Templates html;
    private final Templates plain;

    private Letters(Map<Locale, Texts> texts, Templates html, Templates plain) {
        this.texts = texts;
        this.html = html;
        this.plain = plain;
    }

    /** Reads the words of all languages. */
    public static Letters load() {
        return new Letters(Texts.all(), Templates.html("letters"), Templates.plain("letters"));
    }

    /** A duration in words, such as {@code 24 hours}. */
    public String duration(Locale language, Duration duration) {
        return in(language).duration(duration);
    }

    /** How long something took, in round figures, such as {@code 12 minutes}. */
    public String took(Locale language, Duration duration) {
        return in(language).took(duration);
    }

    /**
     * A part of a letter: the text of that name, with the values in its slots.
     *
     * @throws IllegalArgumentException when there is no such text
     */
    public String part(Locale language, String name, Map<String, String> values) {
        return in(language).text(name, values);
    }

    /** A time as people write it, in UTC. */
    public String time(Locale language, Instant time) {
        return in(language).time(time);
    }

    /** A day as people write it. */
    public String day(Locale language, LocalDate day) {
        return in(language).day(day);
    }

    /**
     * Writes a letter.
     *
     * @throws IllegalArgumentException when there is no such letter
     * @throws com.samskivert.mustache.MustacheException when the draft lacks a value that the letter has a slot for
     */
    public Letter write(LetterDraft draft) {
        var words = in(draft.language());
        var prefix = "mail." + draft.name();
        var model = new HashMap<String, Object>();
        model.put("language", words.language().toLanguageTag());
        model.put("list", Optional.ofNullable(draft.values().get("list")).orElse(""));
        model.put("subject", words.text(prefix + ".subject", draft.values()));
        model.put("heading", words.text(prefix + ".heading", draft.values()));
        model.put("before", words.paragraphs(prefix + ".before", draft.values()));
        model.put("entries", draft.entries().stream().map(Letters::entry).toList());
        model.put("note", draft.note().isEmpty() ? List.of() : List.of(draft.note()));
        model.put("button", link(words, prefix + ".button", draft.button(), draft.values()));
        model.put("linkHint", words.text("mail.link"));
        model.put("after", words.paragraphs(prefix + ".after", draft.values()));
        model.put("other", words.paragraphs(prefix + ".other", draft.values()));
        model.put("otherLink", link(words, prefix + ".other-link", draft.other(), draft.values()));
        model.put("why", words.text(draft.why().isEmpty() ? "mail.why" : "mail.why." + draft.why(), draft.values()));
        return new Letter(words.text(prefix + ".subject", draft.values()), wrapped(plain.fill("plain", model)),
                html.fill("html", model));
    }

    /** The members of an audience, as the object of a sentence. */
    public String audience(Locale language, Audience audience) {
        return in(language).audience(audience);
    }

    private Texts in(Locale language) {
        return Optional.ofNullable(texts.get(Languages.closest(language))).orElseThrow();
    }

    private static Map<String, Object> entry(LetterDraft.Entry entry) {
        return Map.of("title", entry.title().isEmpty() ? List.of() : List.of(entry.title()), "lines", entry.lines(),
                "links", entry.links().stream()
                        .map(link -> Map.of("label", link.label(), "href", link.href().toString())).toList());
    }

    private static List<Map<String, String>> link(Texts words, String label, String target,
            Map<String, String> values) {
        return target.isEmpty() ? List.of() : List.of(Map.of("label", words.text(label, values), "href", target));
    }

    private static String wrapped(String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.strip().split("\n", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines) + "\n";
    }
}
