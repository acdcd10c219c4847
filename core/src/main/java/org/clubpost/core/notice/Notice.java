package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Person;

/**
 * A mail that we write ourselves, about a list, to one address. It says {@code Auto-Submitted: auto-generated}, or
 * {@code auto-replied} when it answers a mail (RFC 3834 section 5), so that no machine answers it.
 */
public sealed interface Notice {

    /** The list that it is about. */
    MailingList list();

    /** Who gets it. */
    EmailAddress recipient();

    /** In which language. */
    Locale language();

    /**
     * Asks a person to confirm. Holds nothing that the visitor typed, so that the form cannot be used to send a
     * stranger somebody's text.
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
     * Tells the author of a mail why it was not distributed. Only for authors whose address was proved, so that it
     * never goes to a stranger whose address was forged.
     *
     * @param list the list
     * @param recipient the author
     * @param subject the mail's subject, decoded, one line
     * @param messageId the mail's Message-ID with its angle brackets, for In-Reply-To; empty when it has none
     * @param reason why
     */
    record PostRejected(MailingList list, EmailAddress recipient, String subject, String messageId,
            Reason reason) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Shows an owner a mail that waits, and lets them decide.
     *
     * @param list the list
     * @param recipient the owner
     * @param mail what the mail says of itself
     * @param reason why it waits
     * @param send the page on which to send it
     * @param refuse the page on which to refuse it
     * @param within how long they have
     */
    record PostHeld(MailingList list, EmailAddress recipient, ForwardedMail mail, Reason reason, URI send, URI refuse,
            Duration within) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Passes a mail to the owners' address on to an owner.
     *
     * @param list the list
     * @param recipient the owner
     * @param mail the mail
     */
    record MailForOwners(MailingList list, EmailAddress recipient, ForwardedMail mail) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Asks who may post whether a mail is theirs, because nothing proves it. Holds nothing of that mail, so that nobody
     * can send a poster their text in this way.
     *
     * @param list the list
     * @param recipient the author that the mail names
     * @param received when it came
     * @param confirm the page on which to say that it is theirs
     * @param disown the page on which to say that it is not
     * @param within how long they have
     */
    record ConfirmOwnPost(MailingList list, EmailAddress recipient, Instant received, URI confirm, URI disown,
            Duration within) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner that nobody decided about a mail in time, and that it will not be sent.
     *
     * @param list the list
     * @param recipient the owner
     * @param author the author as the mail has it, decoded, one line
     * @param subject the mail's subject, decoded, one line
     * @param after after how long
     */
    record PostExpired(MailingList list, EmailAddress recipient, String author, String subject,
            Duration after) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an author that a post goes out later, and lets them take it back.
     *
     * @param list the list
     * @param recipient the author, whose address is proven
     * @param subject the post's subject, decoded, one line
     * @param until when it goes out
     * @param cancel the page on which to take it back
     */
    record PostWaiting(MailingList list, EmailAddress recipient, String subject, Instant until,
            URI cancel) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner that a post does not go on until somebody acts.
     *
     * @param list the list
     * @param recipient the owner
     * @param subject the post's subject, decoded, one line
     * @param post the post's id
     * @param cause what keeps it
     * @param reason why
     * @param until when it is tried again
     */
    record PostStuck(MailingList list, EmailAddress recipient, String subject, String post, Cause cause, Reason reason,
            Instant until) implements Notice {

        /** What keeps a post. */
        public enum Cause {
            /** The provider takes nothing of ours. */
            BLOCKED,
            /** A part of it failed again and again. */
            FAULT
        }

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells what became of a post, without naming any member.
     *
     * @param list the list
     * @param recipient who gets it
     * @param language in which language
     * @param reader what they have to do with the post
     * @param subject the post's subject, decoded, one line
     * @param result what became of it
     */
    record PostReport(MailingList list, EmailAddress recipient, Locale language, Reader reader, String subject,
            Result result) implements Notice {

        /** What somebody has to do with a post. */
        public enum Reader {
            /** They wrote it. */
            AUTHOR,
            /** They run the list. */
            OWNER
        }

        /** How a copy failed. */
        public enum Kind {
            /** The provider refused it for good. */
            REFUSED,
            /** The provider may have taken it. */
            MAYBE_SENT,
            /** It was put off again and again. */
            GIVEN_UP,
            /** It had not succeeded when the post was stopped, and is not tried again. */
            CUT_SHORT
        }

        /**
         * Copies that failed in one way for one reason.
         *
         * @param kind how
         * @param reason why
         * @param count how many
         */
        public record Shortfall(Kind kind, Reason reason, long count) {

            /** The same, so many times. */
            public Shortfall times(long many) {
                return new Shortfall(kind, reason, many);
            }
        }

        /** What became of a post. */
        public sealed interface Result {

            /**
             * It went to everybody.
             *
             * @param sent how many copies the provider took
             * @param took how long that took
             * @param shortfalls what failed, the most frequent first
             */
            record Done(long sent, Duration took, List<Shortfall> shortfalls) implements Result {

                /** Copies the list. */
                public Done {
                    shortfalls = List.copyOf(shortfalls);
                }
            }

            /**
             * Somebody stopped it for good after it had begun to go out.
             *
             * @param at when
             * @param sent how many copies are known to have gone out
             * @param shortfalls what failed, the most frequent first
             */
            record Stopped(Instant at, long sent, List<Shortfall> shortfalls) implements Result {

                /** Copies the list. */
                public Stopped {
                    shortfalls = List.copyOf(shortfalls);
                }
            }

            /**
             * Somebody stopped it for good before anybody got it.
             *
             * @param at when
             */
            record NotSent(Instant at) implements Result {}
        }
    }
}
