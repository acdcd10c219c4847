package org.clubpost.core.outbox;

import org.clubpost.core.reason.Reason;

/** What became of an attempt to hand a mail to the provider. No reason holds an address. */
public sealed interface SendOutcome {

    /**
     * The provider has taken responsibility for it.
     *
     * @param messageId the id that the provider gave it, as it will stand in the Message-ID field, without angle
     *         brackets; empty when it keeps ours
     */
    record Accepted(String messageId) implements SendOutcome {}

    /**
     * The provider refuses this mail or this recipient for good. Others are not affected.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements SendOutcome {}

    /**
     * The provider puts off mail for this recipient, and may take it at another try (RFC 5321 section 4.2.1, replies
     * 4yz). Others are not affected.
     *
     * @param reason why
     */
    record Later(Reason reason) implements SendOutcome {}

    /**
     * The provider takes nothing, or not so fast. This mail was not sent, and can be tried again.
     *
     * @param cause the cause, which says roughly for how long
     * @param reason why
     */
    record Deferred(DeferralCause cause, Reason reason) implements SendOutcome {}

    /**
     * Nobody knows whether it was sent, because the connection broke after the mail was handed over.
     *
     * @param reason what broke
     */
    record Unclear(Reason reason) implements SendOutcome {}
}
