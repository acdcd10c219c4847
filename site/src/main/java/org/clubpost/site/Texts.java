package org.clubpost.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;

/**
 * The words of one language, as plain text: nothing in them is markup, so what is put into a page or an HTML mail has
 * to be escaped there. What a language lacks is taken from English. The file of a language is read when it is first
 * used.
 */
final class Texts {

    private static final int DAYS_OF_A_YEAR = 365;

    private final Locale language;

    private Texts(Locale language) {
        this.language = language;
    }

    /** The words of every language that we have. */
    static Map<Locale, Texts> all() {
        return Languages.ALL.stream().collect(Collectors.toUnmodifiableMap(UnaryOperator.identity(), Texts::new));
    }

    private Catalogue catalogue() {
        return Catalogue.of(language);
    }

    Locale language() {
        return language;
    }

    boolean has(String key) {
        return catalogue().has(key);
    }

    /**
     * The text of that name with the values put into its slots.
     *
     * @throws IllegalArgumentException when there is no such text, or a value is missing
     */
    String text(String key, Map<String, ?> values) {
        return catalogue().text(key, values);
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
    List<String> paragraphs(String key, Map<String, ?> values) {
        return has(key) ? List.of(text(key, values).split("\n\n")) : List.of();
    }

    /** Every text whose name begins with that prefix, by name. */
    Map<String, Object> under(String prefix, Map<String, ?> values) {
        var found = new HashMap<String, Object>();
        for (var key : Catalogue.of(Locale.ENGLISH).names()) {
            if (key.startsWith(prefix)) {
                found.put(key, text(key, values));
            }
        }
        return found;
    }

    /** A duration in its largest whole unit, such as {@code 24 hours} or {@code 3 days}. */
    String duration(Duration duration) {
        if (duration.toDays() > 1 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return count("days", duration.toDays());
        }
        return duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))
                ? count("hours", duration.toHours())
                : count("minutes", duration.toMinutes());
    }

    /** The same, in years where it is whole years of 365 days. */
    String span(Duration duration) {
        var days = duration.toDays();
        return days > 0 && days % DAYS_OF_A_YEAR == 0 ? count("years", days / DAYS_OF_A_YEAR) : duration(duration);
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
            return count("seconds", duration.toSeconds());
        }
        if (duration.toHours() < 2) {
            return count("minutes", duration.toMinutes());
        }
        return duration.toDays() < 2 ? count("hours", duration.toHours()) : count("days", duration.toDays());
    }

    /**
     * A time as people write it, with the name of the clock that it is from: {@code 6. März 2026, 09:30 MEZ}. It has
     * plain spaces, so that a mail with it can stay plain ASCII.
     */
    String time(Instant time, ZoneId zone) {
        var local = time.atZone(zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
        return text("time.at", Map.of("when", local));
    }

    /** A day as people write it. */
    String day(LocalDate day) {
        return text("time.on", Map.of("day", day));
    }

    private String count(String unit, long count) {
        return text("time." + unit, Map.of("count", count));
    }
}
