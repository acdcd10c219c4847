package org.clubpost.mail.step;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.mail.field.DateField;
import org.clubpost.mail.mime.Entity;

/**
 * Gives a Date to a post that came without one, because every mail must have it (RFC 5322 section 3.6.1), or with one
 * that is no date. A time that is written in another way ({@code 2026-03-02T10:00:00Z}, {@code Mon Mar  2 10:00:00 CET
 * 2026}) is written as it should be; anything else becomes the time at which the post was received. A Date that keeps to the grammar, the obsolete one
 * included (section 4.3), stays as it is, but for
 * comments that are not ASCII.
 */
final class GiveDate implements Step {

    /** RFC 5322 section 3.3. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Optional<String> given = mail.header().value("Date");
        if (given.filter(GiveDate::isGood).isPresent()) {
            return mail;
        }
        String date = given.flatMap(DateField::mended).orElseGet(() -> FORMAT.format(context.arrival().at()));
        return mail.with(mail.header().with("Date", date));
    }

    /** A comment may name the zone in letters that no field may hold. */
    private static boolean isGood(String value) {
        return DateField.isDate(value) && value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 127));
    }
}
