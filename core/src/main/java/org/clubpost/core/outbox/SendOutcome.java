package org.clubpost.core.outbox;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;

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
     * @param reason why, as people are told
     * @param why what it says about the recipient, as a bounce would; empty when it says nothing
     */
    record Refused(Reason reason, Optional<Why> why) implements SendOutcome {

        /** A refusal that says nothing about the recipient. */
        public Refused(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * What a refusal says about a recipient.
     *
     * @param lasting for how long the receiving side takes none
     * @param reason why
     * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty when there is none
     */
    record Why(Lasting lasting, BounceReason reason, String status) {}

    /**
     * The provider puts off mail for this recipient, and may take it at another try (RFC 5321 section 4.2.1, replies
     * 4yz). Others are not affected.
     *
     * @param reason why
     */
    record Later(Reason reason) implements SendOutcome {}

    /**
     * The provider refuses this mail to this recipient, and perhaps the recipient is not the cause. One such answer says
     * little. When many recipients get it one after another, we are the cause: nobody gets anything from us.
     *
     * @param blame who is to blame, as far as one answer says it
     * @param reason why
     */
    record Doubtful(Blame blame, Reason reason) implements SendOutcome {

        /** Who is to blame for a refusal. */
        public enum Blame {
            /** Whoever sends: how much, from where, and how. Never the recipient. */
            SENDER,
            /** The answer does not say. */
            UNCLEAR
        }
    }

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
