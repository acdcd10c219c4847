package org.clubpost.core.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A mail as a provider got it.
 *
 * @param envelopeSender as it came over the wire
 * @param recipient the envelope recipient, as it came over the wire
 * @param octets the mail, each octet as the character of that number (ISO 8859-1)
 */
public record ReceivedMail(String envelopeSender, String recipient, String octets) {

    /** What must arrive when this mail is sent. */
    public static ReceivedMail of(OutgoingMail mail) {
        return new ReceivedMail(mail.envelopeSender().ascii(), mail.recipient().ascii(),
                new String(mail.content().toByteArray(), ISO_8859_1));
    }
}
