package org.clubpost.core.subscription;

import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.consent.Wording;

/**
 * How a request says that it is an invitation of somebody who runs the list. The words that no form of ours shows stand
 * in the place of a form's words, and no visitor can send these. The form is a sentence that names who invites.
 */
final class Invitation {

    private static final String WORDING = Wording.of("an invitation by those who run the list").digest();
    private static final String FORM = "invited by ";
    private static final String OPERATOR = "the operator";

    private Invitation() {}

    /** What it has as the form. */
    static String form(Actor inviter) {
        return FORM + (inviter instanceof Actor.Owner(var address) ? address.written() : OPERATOR);
    }

    /** What it has as the words of the form. */
    static String wording() {
        return WORDING;
    }

    /** Who invites, an owner or the operator; empty when this is no invitation. */
    static Optional<Actor> inviter(String form, String wording) {
        if (!wording.equals(WORDING) || !form.startsWith(FORM)) {
            return Optional.empty();
        }
        var named = form.substring(FORM.length());
        return named.equals(OPERATOR)
                ? Optional.of(new Actor.Operator())
                : EmailAddress.parse(named).map(Actor.Owner::new);
    }
}
