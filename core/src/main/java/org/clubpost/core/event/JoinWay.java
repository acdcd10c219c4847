package org.clubpost.core.event;

import org.clubpost.core.subscriber.Consent;

/** How somebody became a member. */
public enum JoinWay {

    /** They asked on a form, and confirmed. */
    FORM,
    /** An owner brought them in. */
    OWNER;

    /** The way that goes with that consent. */
    public static JoinWay of(Consent consent) {
        return switch (consent) {
            case Consent.DoubleOptIn _ -> FORM;
            case Consent.OwnersWord _ -> OWNER;
        };
    }
}
