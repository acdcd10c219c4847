package org.clubpost.core.outbox;

/** Why a provider does not take mail at the moment, and roughly for how long. */
public enum DeferralCause {

    /** We sent more in a second than allowed: for seconds. */
    TOO_FAST,
    /** The day's quota is spent: for hours. */
    DAY_SPENT,
    /** We sent more than the provider wants from us, and it does not say until when: for an hour to a day. */
    LIMITED,
    /** Sending is switched off for this account, or our domain is not verified: until somebody acts. */
    BLOCKED,
    /** There is no connection, or the refusal is temporary: for seconds to hours. */
    UNREACHABLE
}
