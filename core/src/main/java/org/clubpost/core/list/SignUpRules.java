package org.clubpost.core.list;

import java.time.Duration;

/**
 * How one joins a list.
 *
 * @param open whether the sign-up form takes requests for this list
 * @param confirmWithin how long a confirmation link works
 */
public record SignUpRules(boolean open, Duration confirmWithin) {

    /** With the form taking requests, or not. */
    public SignUpRules withOpen(boolean changed) {
        return new SignUpRules(changed, confirmWithin);
    }

    /** With another time for which confirmation links work. */
    public SignUpRules withConfirmWithin(Duration changed) {
        return new SignUpRules(open, changed);
    }
}
