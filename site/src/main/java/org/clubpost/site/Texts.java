package org.clubpost.site;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.text.Languages;

/**
 * The words of one language, as plain text: nothing in them is markup, so what is put into a page or an HTML mail has
 * to be escaped there. What a language lacks is taken from English.
 */
final class Texts {

    private static final Mustache.Compiler PLAIN = Mustache.compiler().escapeHTML(false);

    private final Locale language;
    private final Properties texts;

    private Texts(Locale language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words of every language that we have. */
    static Map<Locale, Texts> all() {
        var english = read(Locale.ENGLISH, new Properties());
        return Languages.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(UnaryOperator.identity(),
                        language -> new Texts(language, read(language, english))));
    }

    static Properties read(Locale language, Properties otherwise) {
        var texts = new Properties(otherwise);
        try (var reader = new StringReader(Resources.text("texts/" + language.toLanguageTag() + ".properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    Locale language() {
        return language;
    }

    boolean has(String key) {
        return texts.getProperty(key) != null;
    }

    /** The text of that name with the values put into its slots. */
    String text(String key, Map<String, String> values) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key);
        }
        return text.contains("{{") ? PLAIN.compile(text).execute(values) : text;
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** The members of an audience, as the object of a sentence: {@code every member}. */
    String audience(Audience audience) {
        var groups = audience.named().stream().map(GroupName::value).collect(Collectors.joining(", "));
        return switch (audience.named().size()) {
            case 0 -> text("audience.everyone");
            case 1 -> text("audience.group", Map.of("groups", groups));
            default -> text("audience.groups", Map.of("groups", groups));
        };
    }

    /** The paragraphs of that text; none when there is no such text. */
    List<String> paragraphs(String key, Map<String, String> values) {
        return has(key) ? List.of(text(key, values).split("\n\n")) : List.of();
    }

    /** Every text whose name begins with that prefix, by name. */
    Map<String, Object> under(String prefix, Map<String, String> values) {
        var found = new HashMap<String, Object>();
        for (var key : texts.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key, text(key, values));
            }
        }
        return found;
    }

    /** A duration in its largest whole unit, such as {@code 24 hours} or {@code 3 days}. */
    String duration(Duration duration) {
        if (duration.toDays() > 1 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return count("day", duration.toDays());
        }
        return duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))
                ? count("hour", duration.toHours())
                : count("minute", duration.toMinutes());
    }

    /**
     * How long something took, in round figures: {@code less than a second}, {@code 80 seconds}, {@code 12 minutes},
     * {@code 5 hours}, {@code 3 days}.
     */
    String took(Duration duration) {
        if (duration.toSeconds() < 1) {
            return text("time.moment");
        }
        if (duration.toMinutes() < 2) {
            return count("second", duration.toSeconds());
        }
        if (duration.toHours() < 2) {
            return count("minute", duration.toMinutes());
        }
        return duration.toDays() < 2 ? count("hour", duration.toHours()) : count("day", duration.toDays());
    }

    /** A time as people write it, in UTC. It has plain spaces, so that a mail with it can stay plain ASCII. */
    String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(language)
                .withZone(ZoneOffset.UTC).format(time).replace('\u202f', ' ') + " UTC";
    }

    /** A day as people write it. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(day);
    }

    private String count(String unit, long count) {
        return count == 1
                ? text("time." + unit)
                : text("time." + unit + "s", Map.of("count", Long.toString(count)));
    }
}
