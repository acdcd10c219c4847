package org.clubpost.function.admin.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.clubpost.site.Reasons;

/**
 * The words of one language, as plain text: nothing in them is markup. A text that the rooms do not have is that of the
 * pages and mails ({@link Catalogue#of}), such as the names of languages. Safe for use by many threads.
 */
public final class Words {

    private final Catalogue rooms;
    private final Catalogue everywhere;

    private Words(Locale language) {
        this.rooms = Catalogue.beside(Words.class, language);
        this.everywhere = Catalogue.of(language);
    }

    /** The words of the language that comes closest. */
    public static Words of(Locale language) {
        return new Words(language);
    }

    /** The language. */
    public Locale language() {
        return rooms.language();
    }

    /** Whether there is a text of that name. */
    public boolean has(String name) {
        return rooms.has(name) || everywhere.has(name);
    }

    /**
     * The text of that name, which has no slots.
     *
     * @throws IllegalArgumentException when there is no such text, or it has slots
     */
    public String text(String name) {
        return text(name, Map.of());
    }

    /**
     * The text of that name with the values put into its slots.
     *
     * @throws IllegalArgumentException when there is no such text, or a value is missing
     */
    public String text(String name, Map<String, ?> values) {
        return (rooms.has(name) ? rooms : everywhere).text(name, values);
    }

    /** The paragraphs of that text, which has no slots. */
    public List<String> paragraphs(String name) {
        return List.of(text(name).split("\n\n"));
    }

    /** A number as people write it. */
    public String number(long number) {
        return text("frame.number", Map.of("number", number));
    }

    /** A day as people write it. */
    public String day(LocalDate day) {
        return text("time.on", Map.of("day", day));
    }

    /** A day of this year, as short as people write it. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(language()).format(day);
    }

    /** The day of that moment. */
    public String day(Instant moment, ZoneId zone) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    /** A time as people write it, with the name of the clock that it is from. */
    public String time(Instant moment, ZoneId zone) {
        return text("time.at", Map.of("when",
                moment.atZone(zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone)));
    }

    /** A reason as a sentence. */
    public String reason(Reason reason) {
        return Reasons.sentence(reason, language());
    }

    /** The other languages, each with its tag, and its name in itself. */
    public List<Map<String, String>> others() {
        return Languages.ALL.stream().filter(each -> !each.equals(language()))
                .map(each -> Map.of("tag", each.toLanguageTag(), "name",
                        Catalogue.of(each).text("language.name", Map.of())))
                .toList();
    }
}
