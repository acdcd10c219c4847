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
import java.util.stream.Stream;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.text.Languages;

/**
 * Writes the words of our own mails: as plain text, and the same as HTML that mail programs of the last twenty years
 * show alike. Start with {@link #load()}; one object serves all threads.
 */
public final class Letters {

    private static final int LINE = 72;
    /** About what an inbox shows beside the subject. */
    private static final int PREVIEW = 130;
    /**
     * Characters without width, and blanks that are not joined, after the preview: so an inbox that has room for more
     * does not show what follows it, which is the heading and the preview's own words again.
     */
    private static final String PADDING = "&#847;&zwnj;&nbsp;".repeat(12) + "\n";
    private static final int PADDING_LINES = 10;
    /** Of a club that has chosen none. */
    private static final Map<String, String> COLOURS = Map.of("button", "#0a6152", "label", "#ffffff", "link",
            "#0a6152",
            "dark", "#6fd3bd");

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
     * @throws IllegalArgumentException when there is no such text, or a value is missing
     */
    public String part(Locale language, String name, Map<String, ?> values) {
        return in(language).text(name, values);
    }

    /** A time as people write it, in the zone of that list. */
    public String time(Locale language, MailingList list, Instant time) {
        return in(language).time(time, list.dispatch().zone());
    }

    /** A day as people write it. */
    public String day(Locale language, LocalDate day) {
        return in(language).day(day);
    }

    /**
     * Writes a letter.
     *
     * @throws IllegalArgumentException when there is no such letter, or the draft lacks a value that the letter has a
     *         slot for
     */
    public Letter write(LetterDraft draft) {
        var words = in(draft.language());
        var prefix = "mail." + draft.name();
        var model = new HashMap<String, Object>();
        model.put("language", words.language().toLanguageTag());
        model.put("list", Optional.ofNullable(draft.values().get("list")).orElse(""));
        model.put("subject", words.text(prefix + ".subject", draft.values()));
        model.put("preview", preview(words, prefix, draft.values()));
        model.put("padding", PADDING.repeat(PADDING_LINES).strip());
        model.put("heading", words.text(prefix + ".heading", draft.values()));
        model.put("before", words.paragraphs(prefix + ".before", draft.values()));
        model.put("entries", draft.entries().stream().map(Letters::entry).toList());
        model.put("note", draft.note().isEmpty() ? List.of() : List.of(draft.note()));
        model.put("button", link(words, prefix + ".button", draft.button(), draft.values()));
        model.put("linkHint", words.text("mail.link"));
        model.put("after", words.paragraphs(prefix + ".after", draft.values()));
        model.put("other", words.paragraphs(prefix + ".other", draft.values()));
        model.put("otherLink", link(words, prefix + ".other-link", draft.other(), draft.values()));
        model.put("colours", Colour.parse(draft.values().getOrDefault(LetterDraft.COLOUR, "")).map(Palette::letter)
                .orElse(COLOURS));
        model.put("postal", draft.values().getOrDefault(LetterDraft.POSTAL_ADDRESS, "").lines().toList());
        model.put("legal", Stream.of(LetterDraft.IMPRINT, LetterDraft.PRIVACY)
                .flatMap(
                        name -> link(words, "footer." + name, draft.values().getOrDefault(name, ""), Map.of()).stream())
                .toList());
        model.put("why", words.text(draft.why().isEmpty() ? "mail.why" : "mail.why." + draft.why(), draft.values()));
        return new Letter(words.text(prefix + ".subject", draft.values()), wrapped(plain.fill("plain", model)),
                html.fill("html", model));
    }

    /** What an inbox shows beside the subject: words of its own, or else those that the letter begins with. */
    private static String preview(Texts words, String prefix, Map<String, String> values) {
        var key = prefix + ".preview";
        var text = words.has(key)
                ? words.text(key, values)
                : String.join(" ", words.paragraphs(prefix + ".before", values));
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= PREVIEW) {
            return line;
        }
        var end = line.lastIndexOf(' ', PREVIEW);
        return line.substring(0, end > 0 ? end : line.offsetByCodePoints(0, PREVIEW / 2)) + " …";
    }

    /** The members of an audience, as the object of a sentence. */
    public String audience(Locale language, Audience audience) {
        return in(language).audience(audience);
    }

    private Texts in(Locale language) {
        return Optional.ofNullable(texts.get(Languages.closest(language))).orElseThrow();
    }

    private static Map<String, Object> entry(LetterDraft.Entry entry) {
        var title = entry.title().isEmpty() ? List.of() : List.of(entry.title());
        return Map.of("group", entry.isHeading() ? title : List.of(), "title", entry.isHeading() ? List.of() : title,
                "lines", entry.lines(),
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
