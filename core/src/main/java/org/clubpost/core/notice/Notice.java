package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Person;

/**
 * A mail that we write ourselves, about a list, to one address. It says {@code Auto-Submitted: auto-generated}, or {@code auto-replied} when it answers a
 * mail (RFC 3834 section 5), so that no machine answers it.
 */
public sealed interface Notice {

    /** The list that it is about. */
    MailingList list();

    /** Who gets it. */
    EmailAddress recipient();

    /** In which language. */
    Locale language();

    /**
     * Asks a person to confirm. Holds nothing that the visitor typed, so that the form cannot be used to send a stranger somebody's text.
     *
     * @param list the list
     * @param recipient the address to prove
     * @param language the visitor's language
     * @param confirm the page with the button
     * @param withdraw the page for who did not ask
     * @param within how long the link works
     */
    record ConfirmationRequest(MailingList list, EmailAddress recipient, Locale language, URI confirm, URI withdraw,
            Duration within)
            implements
                Notice {}

    /**
     * Tells a member who signed up once more that nothing needs doing.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the page on which to leave
     */
    record AlreadyMember(MailingList list, EmailAddress recipient, Locale language, URI leave) implements Notice {}

    /**
     * Welcomes a new member.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the page on which to leave
     */
    record Welcome(MailingList list, EmailAddress recipient, Locale language, URI leave) implements Notice {}

    /**
     * Tells an owner that somebody joined.
     *
     * @param list the list
     * @param recipient the owner
     * @param member who joined
     */
    record MemberJoined(MailingList list, EmailAddress recipient, Person member) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells the author of a mail why it was not distributed. Only for authors whose address was proved, so that it never goes to a stranger whose
     * address was forged.
     *
     * @param list the list
     * @param recipient the author
     * @param subject the mail's subject, decoded, one line
     * @param messageId the mail's Message-ID with its angle brackets, for In-Reply-To; empty when it has none
     * @param reason why, as a sentence in the list's language
     */
    record PostRejected(MailingList list, EmailAddress recipient, String subject, String messageId,
            String reason) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }
}
