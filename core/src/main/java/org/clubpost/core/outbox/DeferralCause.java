package org.clubpost.core.outbox;

/** Why a provider does not take mail at the moment. */
public enum DeferralCause {

    /** More a second than allowed: seconds. */
    TOO_FAST,
    /** The day's quota is spent: hours. */
    DAY_SPENT,
    /** Sending is switched off for this account, or our domain is not verified: until somebody acts. */
    BLOCKED,
    /** No connection, or a temporary refusal: seconds to hours. */
    UNREACHABLE
}
