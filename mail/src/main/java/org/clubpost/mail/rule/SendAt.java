package org.clubpost.mail.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.FieldLimits;

/**
 * The time at which its author wants a mail to go out: the field {@value #FIELD}, which is for us and never goes on to
 * members.
 */
public sealed interface SendAt {

    /** The field: a date as RFC 5322 section 3.3 has it, or ISO 8601. */
    String FIELD = "X-Clubpost-Send-At";

    /** The mail says nothing of it. */
    record Unsaid() implements SendAt {}

    /**
     * It says when.
     *
     * @param time when, perhaps in the past
     */
    record At(Instant time) implements SendAt {}

    /** It says something that is not a time, or says several times. */
    record Unreadable() implements SendAt {}

    /** What the mail says. */
    static SendAt of(Incoming mail) {
        var fields = mail.own().all(FIELD);
        return switch (fields.size()) {
            case 0 -> new Unsaid();
            case 1 -> parse(FieldText.oneLine(mail.field(FIELD)), mail.list().dispatch().zone());
            default -> new Unreadable();
        };
    }

    /**
     * A time without a zone is one of the list's zone. Where clocks are put back it is the first of the two, where they
     * are put forward over it, the time that they show instead.
     */
    private static SendAt parse(String typed, ZoneId zone) {
        if (typed.length() > FieldLimits.DATE) {
            return new Unreadable();
        }
        // A comment, such as "(CET)" after the offset (RFC 5322 section 3.2.2).
        var text = typed.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").strip();
        var readers = List.<Function<String, Instant>>of(each -> OffsetDateTime.parse(each).toInstant(),
                each -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH).parse(each)),
                each -> ZonedTime.parse(each, zone));
        return readers.stream().flatMap(reader -> read(reader, text)).findFirst().<SendAt>map(At::new)
                .orElseGet(Unreadable::new);
    }

    private static Stream<Instant> read(Function<String, Instant> reader, String text) {
        try {
            return Optional.of(reader.apply(text)).stream();
        } catch (DateTimeException notThatForm) {
            return Stream.empty();
        }
    }
}
