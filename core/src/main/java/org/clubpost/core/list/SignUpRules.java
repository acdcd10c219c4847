package org.clubpost.core.list;

import java.time.Duration;
import java.util.List;

/**
 * How one joins a list.
 *
 * @param open whether the sign-up form takes requests for this list
 * @param confirmWithin how long a confirmation link works
 * @param origins the pages of others whose scripts may use the form
 */
public record SignUpRules(boolean open, Duration confirmWithin, List<PageOrigin> origins) {

    /** Copies the origins. */
    public SignUpRules {
        origins = List.copyOf(origins);
    }

    /** For nobody's scripts. */
    public SignUpRules(boolean open, Duration confirmWithin) {
        this(open, confirmWithin, List.of());
    }

    /** With the form taking requests, or not. */
    public SignUpRules withOpen(boolean changed) {
        return new SignUpRules(changed, confirmWithin, origins);
    }

    /** With another time for which confirmation links work. */
    public SignUpRules withConfirmWithin(Duration changed) {
        return new SignUpRules(open, changed, origins);
    }

    /** With other pages whose scripts may use the form. */
    public SignUpRules withOrigins(List<PageOrigin> changed) {
        return new SignUpRules(open, confirmWithin, changed);
    }
}
