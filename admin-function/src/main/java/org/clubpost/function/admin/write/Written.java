package org.clubpost.function.admin.write;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.field.FieldText;

/** What the form says, read. */
sealed interface Written {

    /** The field for the author's name. */
    String NAME = "name";
    /** The field for the subject. */
    String SUBJECT = "subject";
    /** The field for the text. */
    String TEXT = "text";
    /** The box that says that the text is Markdown. */
    String MARKDOWN = "markdown";
    /** The field for the group. */
    String GROUP = "group";
    /** The field for the day. */
    String DAY = "day";
    /** The field for the time of day. */
    String TIME = "time";

    /**
     * It can be sent.
     *
     * @param draft what is to be sent
     */
    record Fine(Draft draft) implements Written {}

    /**
     * Something is missing or cannot be read.
     *
     * @param field the field that it is about
     * @param text the name of the text that says so
     */
    record Wrong(String field, String text) implements Written {}

    /** Reads the form, as far as it goes without files. */
    static Written read(RoomVisit visit, EmailAddress author) {
        var subject = FieldText.oneLine(visit.text(SUBJECT)).strip();
        if (subject.isEmpty()) {
            return new Wrong(SUBJECT, "write.no-subject");
        }
        if (visit.text(TEXT).isBlank()) {
            return new Wrong(TEXT, "write.no-text");
        }
        var to = to(visit.list(), visit.text(GROUP));
        if (to.isEmpty()) {
            return new Wrong(GROUP, "write.no-group");
        }
        if (!visit.has(DAY) && !visit.has(TIME)) {
            return new Fine(draft(visit, author, subject, to.get(), Optional.empty()));
        }
        var at = at(visit);
        if (at.isEmpty()) {
            return new Wrong(DAY, "write.no-time");
        }
        return isPast(at.get(), visit.now())
                ? new Wrong(DAY, "write.past")
                : new Fine(draft(visit, author, subject, to.get(), at));
    }

    private static boolean isPast(OffsetDateTime at, Instant now) {
        return !at.toInstant().isAfter(now);
    }

    private static Draft draft(RoomVisit visit, EmailAddress author, String subject, EmailAddress to,
            Optional<OffsetDateTime> at) {
        var text = visit.text(TEXT);
        return new Draft(new Draft.Writer(FieldText.oneLine(visit.text(NAME)).strip(), author), to, subject,
                new Draft.Words(text, visit.has(MARKDOWN) ? Optional.of(Markdown.page(text)) : Optional.empty()),
                List.of(), at);
    }

    /** The address for everybody, or that of one of the list's groups. */
    private static Optional<EmailAddress> to(MailingList list, String group) {
        return group.isEmpty()
                ? Optional.of(list.address())
                : groups(list).stream().filter(each -> each.value().equals(group)).findFirst()
                        .flatMap(each -> EmailAddress.parse(list.id() + "+" + each.value() + "@" + list.domain()));
    }

    /** The groups of the list. */
    static List<GroupName> groups(MailingList list) {
        return List.copyOf(list.groups().all());
    }

    /** In the zone of the list. Where clocks are put forward over it, it is the time that they show instead. */
    private static Optional<OffsetDateTime> at(RoomVisit visit) {
        try {
            return Optional.of(LocalDateTime.of(LocalDate.parse(visit.text(DAY)), LocalTime.parse(visit.text(TIME)))
                    .atZone(visit.zone()).toOffsetDateTime());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
