package org.clubpost.core.outbox;

import org.clubpost.core.address.EmailAddress;

/**
 * One mail to one recipient, with its envelope (RFC 5321 section 2.3.1).
 *
 * @param envelopeSender where a bounce would go; its domain is one that we may send for
 * @param recipient the one envelope recipient, whatever the header says
 * @param content the mail
 */
public record OutgoingMail(EmailAddress envelopeSender, EmailAddress recipient, MailContent content) {}
