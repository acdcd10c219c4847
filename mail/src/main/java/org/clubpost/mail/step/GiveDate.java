package org.clubpost.mail.step;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clubpost.mail.mime.Entity;

/**
 * Gives a Date to a post that came without one, because every mail must have it (RFC 5322 section 3.6.1). It is the
 * time at which the post was received. A Date that is there stays, whatever it says.
 */
final class GiveDate implements Step {

    /** RFC 5322 section 3.3. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return mail.header().has("Date")
                ? mail
                : mail.with(mail.header().with("Date", FORMAT.format(context.arrival().at())));
    }
}
