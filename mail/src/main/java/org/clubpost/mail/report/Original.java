package org.clubpost.mail.report;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Header;

/**
 * The mail that a report is about, as far as the report holds it.
 *
 * @param header its header fields, where our own marks are; empty when the report has none of it
 */
public record Original(Header header) {

    /** Nothing of it. */
    public static final Original UNKNOWN = new Original(Header.EMPTY);

    private static final int LONGEST = 1_000;

    /** Its Message-ID without the angle brackets. */
    public Optional<String> messageId() {
        return header.value("Message-ID").filter(value -> value.length() <= LONGEST)
                .flatMap(value -> MessageIds.in(value).stream().findFirst());
    }

    /** Whom it was written to, by its own fields. */
    List<String> recipients() {
        return Addresses.in(header, "To").stream().map(EmailAddress::written).toList();
    }
}
