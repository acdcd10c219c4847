package org.clubpost.core.suppression;

import java.time.Instant;

/** What came back about one mail to one recipient. */
public sealed interface Returned {

    /** When the reporting side noticed it. */
    Instant at();

    /**
     * The mail did not reach its recipient.
     *
     * @param lasting for how long the receiving side takes none
     * @param reason why
     * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty when there is none
     * @param at when the reporting side noticed it
     */
    record Bounce(Lasting lasting, BounceReason reason, String status, Instant at) implements Returned {}

    /**
     * The recipient, or the recipient's mail provider, says that the mail was not wanted (RFC 5965).
     *
     * @param kind how
     * @param at when the reporting side noticed it
     */
    record Complaint(Kind kind, Instant at) implements Returned {

        /** How a mail was not wanted (RFC 5965 section 7.3, and SES, "Complaint types"). */
        public enum Kind {
            /** The person pressed the button for spam. */
            ABUSE,
            /** Fraud, a virus, authentication, or something else. */
            OTHER,
            /** The person took a mail out of the spam folder. It counts against nobody. */
            NOT_SPAM
        }
    }
}
