package org.clubpost.core.outbox;

/** The way out: SES, a mail relay, or the built-in mailbox. Safe for use by many threads. */
public interface Outbox {

    /**
     * Hands over one mail. Never repeats by itself, because a repeated hand-over may be a second copy.
     *
     * @return what became of it; failures of the provider are outcomes, not exceptions
     */
    SendOutcome send(OutgoingMail mail);
}
