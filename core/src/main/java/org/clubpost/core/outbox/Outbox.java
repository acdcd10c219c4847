package org.clubpost.core.outbox;

/** The way out: SES, a mail relay, or the built-in mailbox. Safe for use by many threads. */
public interface Outbox {

    /**
     * Hands over one mail. Never repeats by itself, because a repeated hand-over may be a second copy.
     *
     * @return what became of it; failures of the provider are outcomes, not exceptions
     */
    SendOutcome send(OutgoingMail mail);

    /**
     * The largest mail that it takes, in octets. {@link Long#MAX_VALUE} when there is no limit, or when the provider
     * cannot be asked at the moment; then a mail that is too large is refused when it is sent.
     */
    default long largest() {
        return Long.MAX_VALUE;
    }

    /**
     * Whether a mail arrives with the Message-ID that it has when it is handed over. SES puts its own in its place (SES
     * Developer Guide, "Amazon SES header fields"); a relay and the mailbox keep it.
     */
    default boolean keepsMessageIds() {
        return false;
    }
}
