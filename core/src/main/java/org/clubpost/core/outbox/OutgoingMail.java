package org.clubpost.core.outbox;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.suppression.Trace;

/**
 * One mail to one recipient, with its envelope (RFC 5321 section 2.3.1).
 *
 * @param envelopeSender where a bounce would go; its domain is one that we may send for
 * @param recipient the one envelope recipient, whatever the header says
 * @param content the mail
 * @param mark by what it is known when it comes back: what the provider is told beside the mail; empty for a mail of
 *         which nothing needs to be known
 */
public record OutgoingMail(EmailAddress envelopeSender, EmailAddress recipient, MailContent content,
        Optional<Trace.Marked> mark) {

    /** A mail of which nothing needs to be known when it comes back. */
    public OutgoingMail(EmailAddress envelopeSender, EmailAddress recipient, MailContent content) {
        this(envelopeSender, recipient, content, Optional.empty());
    }
}
