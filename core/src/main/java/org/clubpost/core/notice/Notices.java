package org.clubpost.core.notice;

import java.util.Optional;
import org.clubpost.core.consent.Wording;

/** Writes and sends the mails that are our own. Safe for use by many threads. */
public interface Notices {

    /**
     * Sends the notice now. A recipient that the provider refuses for good is silently passed over, because there is
     * nobody to tell.
     *
     * @throws org.clubpost.core.UnavailableException when the provider does not take mail at the moment. Repeating may
     *         send a second copy if the first was accepted after all.
     */
    void send(Notice notice);

    /**
     * The words that the mail has, without its links and whatever else is different for each person; they go into the
     * record of consent. Empty where nobody asks for them.
     */
    default Optional<Wording> words(JoinNotice.ConfirmationRequest request) {
        return Optional.empty();
    }

    /** The same for an invitation. Its words name who invites. */
    default Optional<Wording> words(JoinNotice.Invitation invitation) {
        return Optional.empty();
    }

    /** The same for a reminder. */
    default Optional<Wording> words(JoinNotice.ConfirmationReminder reminder) {
        return Optional.empty();
    }

    /** The same for a reminder about several lists. */
    default Optional<Wording> words(JoinNotice.JointConfirmationReminder reminder) {
        return Optional.empty();
    }

    /** The same for a mail about several lists. Its words name them. */
    default Optional<Wording> words(JoinNotice.JointConfirmationRequest request) {
        return Optional.empty();
    }
}
