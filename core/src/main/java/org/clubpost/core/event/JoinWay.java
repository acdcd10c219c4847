package org.clubpost.core.event;

import org.clubpost.core.subscriber.Consent;

/** How somebody became a member. */
public enum JoinWay {

    /** They asked on a form, and confirmed. */
    FORM,
    /** An owner brought them in. */
    OWNER,
    /** They made an account with a service of the club, and said yes there. */
    ACCOUNT,
    /** They left, and undid that with the link in the goodbye mail. */
    UNDO;

    /** The way that goes with that consent, for a membership that begins. */
    public static JoinWay of(Consent consent) {
        return switch (consent) {
            case Consent.DoubleOptIn _ -> FORM;
            case Consent.OwnersWord _ -> OWNER;
            case Consent.AccountSignUp _ -> ACCOUNT;
        };
    }
}
