package org.clubpost.core.suppression;

/** For how long a mail system does not take mail for somebody. */
public enum Lasting {

    /** For good (status class 5, SES: Permanent). */
    PERMANENT,
    /** For now (status class 4, SES: Transient). */
    TRANSIENT,
    /** It does not say (SES: Undetermined). */
    UNDETERMINED
}
