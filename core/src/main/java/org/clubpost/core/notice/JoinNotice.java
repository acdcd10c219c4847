package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;

/** A mail about becoming a member: to whoever asked, was asked, or was brought in. */
public sealed interface JoinNotice extends Notice {

    /**
     * Asks a person to confirm. It contains nothing that the visitor typed, so that nobody can use the form to send a
     * text to a stranger.
     *
     * @param list the list
     * @param recipient the address to prove
     * @param language the visitor's language
     * @param confirm the page with the button
     * @param withdraw the page for somebody who did not ask
     * @param within how long the link works
     * @param answer the address to which an answer confirms, too; empty for none
     */
    record ConfirmationRequest(MailingList list, EmailAddress recipient, Locale language, URI confirm, URI withdraw,
            Duration within, Optional<EmailAddress> answer)
            implements
                JoinNotice {

        /** One that is confirmed on the page only. */
        public ConfirmationRequest(MailingList list, EmailAddress recipient, Locale language, URI confirm,
                URI withdraw, Duration within) {
            this(list, recipient, language, confirm, withdraw, within, Optional.empty());
        }
    }

    /**
     * Asks a person to confirm whom somebody invites who runs the list. It contains nothing that anybody typed.
     *
     * @param request the same without an invitation
     * @param inviter who invites: an owner, or the operator, whom nobody knows and who is not named
     */
    record Invitation(ConfirmationRequest request, Actor inviter) implements JoinNotice {

        @Override
        public MailingList list() {
            return request.list();
        }

        @Override
        public EmailAddress recipient() {
            return request.recipient();
        }

        @Override
        public Locale language() {
            return request.language();
        }

        @Override
        public Optional<EmailAddress> answer() {
            return request.answer();
        }
    }

    /**
     * Reminds a person, once, who was asked to confirm and did not. It contains nothing that the visitor typed.
     *
     * @param list the list
     * @param recipient the address to prove
     * @param language the visitor's language
     * @param confirm the page with the button
     * @param withdraw the page for somebody who did not ask
     * @param until how long the links work, those of the first mail too
     * @param answer the address to which an answer confirms, too; empty for none
     */
    record ConfirmationReminder(MailingList list, EmailAddress recipient, Locale language, URI confirm, URI withdraw,
            Instant until, Optional<EmailAddress> answer)
            implements
                JoinNotice {

        /** One that is confirmed on the page only. */
        public ConfirmationReminder(MailingList list, EmailAddress recipient, Locale language, URI confirm,
                URI withdraw, Instant until) {
            this(list, recipient, language, confirm, withdraw, until, Optional.empty());
        }
    }

    /**
     * Reminds a person, once, who was asked to confirm several lists with one link and did not.
     *
     * @param lists the lists that are still to be confirmed, at least two; the mail comes from the first
     * @param recipient the address to prove
     * @param language the visitor's language
     * @param confirm the page with the button
     * @param withdraw the page for somebody who did not ask
     * @param until how long the links work for all of them
     * @param answer the address to which an answer confirms, too; empty for none
     */
    record JointConfirmationReminder(List<MailingList> lists, EmailAddress recipient, Locale language, URI confirm,
            URI withdraw, Instant until, Optional<EmailAddress> answer) implements JoinNotice {

        /** One that is confirmed on the page only. */
        public JointConfirmationReminder(List<MailingList> lists, EmailAddress recipient, Locale language, URI confirm,
                URI withdraw, Instant until) {
            this(lists, recipient, language, confirm, withdraw, until, Optional.empty());
        }

        /** Copies the lists. */
        public JointConfirmationReminder {
            lists = List.copyOf(lists);
        }

        @Override
        public MailingList list() {
            return lists.getFirst();
        }
    }

    /**
     * Asks a person to confirm several lists with one link. Like the one for one list it contains nothing that the
     * visitor typed, and goes to nobody but the address.
     *
     * @param lists the lists to confirm, at least one; the mail comes from the first
     * @param others the lists on which nothing needs doing, because the person is a member or has confirmed before
     * @param recipient the address to prove
     * @param language the visitor's language
     * @param confirm the page with the button
     * @param withdraw the page for somebody who did not ask
     * @param within how long the link works for all of them
     * @param answer the address to which an answer confirms, too; empty for none
     */
    record JointConfirmationRequest(List<MailingList> lists, List<MailingList> others, EmailAddress recipient,
            Locale language, URI confirm, URI withdraw, Duration within,
            Optional<EmailAddress> answer) implements JoinNotice {

        /** One that is confirmed on the page only. */
        public JointConfirmationRequest(List<MailingList> lists, List<MailingList> others, EmailAddress recipient,
                Locale language, URI confirm, URI withdraw, Duration within) {
            this(lists, others, recipient, language, confirm, withdraw, within, Optional.empty());
        }

        /** Copies the lists. */
        public JointConfirmationRequest {
            lists = List.copyOf(lists);
            others = List.copyOf(others);
        }

        @Override
        public MailingList list() {
            return lists.getFirst();
        }
    }

    /**
     * Tells a member of several lists who signed up to all of them again that nothing needs doing.
     *
     * @param lists the lists, at least one; the mail comes from the first
     * @param recipient the member
     * @param language the member's language
     */
    record AlreadyMemberOfAll(List<MailingList> lists, EmailAddress recipient, Locale language) implements JoinNotice {

        /** Copies the lists. */
        public AlreadyMemberOfAll {
            lists = List.copyOf(lists);
        }

        @Override
        public MailingList list() {
            return lists.getFirst();
        }
    }

    /**
     * Tells somebody who signed up again that their request waits for the owners.
     *
     * @param list the list
     * @param recipient who waits
     * @param language their language
     */
    record AlreadyApplied(MailingList list, EmailAddress recipient, Locale language) implements JoinNotice {}

    /**
     * Tells somebody that the owners did not let them in, or have not decided in time.
     *
     * @param list the list
     * @param recipient who asked
     * @param language their language
     * @param isDecision whether the owners decided
     */
    record NotLetIn(MailingList list, EmailAddress recipient, Locale language,
            boolean isDecision) implements JoinNotice {}

    /**
     * Tells a member who signed up again that nothing needs doing.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the page on which to leave
     */
    record AlreadyMember(MailingList list, EmailAddress recipient, Locale language, URI leave) implements JoinNotice {}

    /**
     * Welcomes a new member.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the page on which to leave
     * @param settings the page with the member's settings
     */
    record Welcome(MailingList list, EmailAddress recipient, Locale language, URI leave,
            URI settings) implements JoinNotice {}

    /**
     * The ways for a member to leave by a mail that goes to many.
     *
     * @param page the page on which to leave
     * @param oneClick where a mail program posts to (RFC 8058)
     * @param mail the mailto URI that ends the membership
     */
    record WaysOut(URI page, URI oneClick, URI mail) {}

    /**
     * Tells somebody whom an owner put on the list that it is so, and how to leave.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the ways to leave
     * @param settings the page on which to change what the list sends
     */
    record Added(MailingList list, EmailAddress recipient, Locale language, WaysOut leave,
            URI settings) implements JoinNotice {}
}
