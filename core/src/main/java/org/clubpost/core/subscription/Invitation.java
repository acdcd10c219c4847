package org.clubpost.core.subscription;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.consent.Wording;

/**
 * How a request says that it is an invitation of somebody who runs the list. The words that no form of ours shows stand
 * in the place of a form's words, and no visitor can send these. The form is a sentence that names who invites.
 */
final class Invitation {

    private static final String WORDING = Wording.of("an invitation by those who run the list").digest();
    private static final String FORM = "invited by ";

    private Invitation() {}

    /** What it has as the form. */
    static String form(EmailAddress inviter) {
        return FORM + inviter.written();
    }

    /** What it has as the words of the form. */
    static String wording() {
        return WORDING;
    }

    /** Who invites; empty when this is no invitation. */
    static Optional<EmailAddress> inviter(String form, String wording) {
        return wording.equals(WORDING) && form.startsWith(FORM)
                ? EmailAddress.parse(form.substring(FORM.length()))
                : Optional.empty();
    }
}
