package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post.Headline;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Person;

/**
 * A mail that we write ourselves, about a list, to one address. So that no machine answers it, it says {@code
 * Auto-Submitted: auto-generated}, or {@code auto-replied} when it answers a mail (RFC 3834 section 5).
 */
public sealed interface Notice {

    /** The list that it is about. */
    MailingList list();

    /** Who gets it. */
    EmailAddress recipient();

    /** The language to write in. */
    Locale language();

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
     */
    record ConfirmationRequest(MailingList list, EmailAddress recipient, Locale language, URI confirm, URI withdraw,
            Duration within)
            implements
                Notice {}

    /**
     * Tells a member who signed up again that nothing needs doing.
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
     * Tells somebody who left that it is done, and lets them come back in one press if it was not them.
     *
     * @param list the list
     * @param recipient who left
     * @param language their language
     * @param left when
     * @param back the page on which to come back; it goes to nobody but them
     * @param within how long that link works
     */
    record Goodbye(MailingList list, EmailAddress recipient, Locale language, Instant left, URI back,
            Duration within) implements Notice {}

    /**
     * Gives a member the link with which to leave, because a mail in their name asks for it and nothing proves that it
     * is theirs. It contains nothing of that mail.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the page on which to leave
     */
    record LeaveOffer(MailingList list, EmailAddress recipient, Locale language, URI leave) implements Notice {}

    /**
     * Tells a member that the list's mails pause for them, and shows the way to end that if it was not them.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param until the day on which the mails go on
     * @param settings the page on which to change that
     */
    record Paused(MailingList list, EmailAddress recipient, Locale language, LocalDate until,
            URI settings) implements Notice {}

    /**
     * Gives a member a fresh link to all their settings, because somebody who has the link in their mails asked for it.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param settings the page with all settings
     * @param within how long that link works
     */
    record SettingsLink(MailingList list, EmailAddress recipient, Locale language, URI settings,
            Duration within) implements Notice {}

    /**
     * Tells a member who wants to be told that a new post is out, and nothing of the post.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param settings the page on which to change that
     */
    record NewPostOut(MailingList list, EmailAddress recipient, Locale language, URI settings) implements Notice {}

    /**
     * Tells an owner that the list has caused as many text messages as it may, so that phones get nothing for a while.
     *
     * @param list the list
     * @param recipient the owner
     * @param cap how many it may cause in 31 days
     */
    record PhonesPaused(MailingList list, EmailAddress recipient, int cap) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner that more people than usual sign up, so that their confirmation mails wait their turn.
     *
     * @param list the list
     * @param recipient the owner
     * @param waiting how many wait
     * @param cap how many new addresses a day do not wait
     */
    record SignUpsWaiting(MailingList list, EmailAddress recipient, int waiting, int cap) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner that somebody joined.
     *
     * @param list the list
     * @param recipient the owner
     * @param member who joined
     * @param isLast whether the next ones come together with others
     */
    record MemberJoined(MailingList list, EmailAddress recipient, Person member, boolean isLast) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells the author of a mail why it was not distributed. It is only for authors whose address was proved, so that
     * it never goes to a stranger whose address was forged.
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
     * Tells the author of a mail, whose address was proved, that it waits for the owners.
     *
     * @param list the list
     * @param recipient the author
     * @param subject the mail's subject, decoded, one line
     * @param messageId the mail's Message-ID with its angle brackets, for In-Reply-To; empty when it has none
     * @param reason why it waits
     * @param within how long the owners have
     */
    record PostWaitsForOwners(MailingList list, EmailAddress recipient, String subject, String messageId,
            Reason reason, Duration within) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner what has happened lately, in one letter.
     *
     * @param list the list
     * @param recipient the owner
     * @param content what has happened
     */
    record Gathered(MailingList list, EmailAddress recipient, Content content) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }

        /**
         * A mail that somebody wrote.
         *
         * @param at when it came in
         * @param mail what it says of itself
         */
        public record Mail(Instant at, ForwardedMail mail) {}

        /**
         * A mail about which the owner can decide.
         *
         * @param mail the mail
         * @param reason why it is held
         * @param audience whom it would go to
         * @param send the page on which to send it
         * @param refuse the page on which to refuse it
         * @param until how long the owners have
         */
        public record Waiting(Mail mail, Reason reason, Audience audience, URI send, URI refuse, Instant until) {}

        /**
         * What has happened.
         *
         * @param joined who joined
         * @param held the mails that wait for a decision
         * @param stillHeld those that have waited for long and are let go soon
         * @param mails the mails to the owners
         * @param expired the mails that were let go because nobody decided
         */
        public record Content(List<Person> joined, List<Waiting> held, List<Waiting> stillHeld, List<Mail> mails,
                List<Headline> expired) {

            /** Copies the lists. */
            public Content {
                joined = List.copyOf(joined);
                held = List.copyOf(held);
                stillHeld = List.copyOf(stillHeld);
                mails = List.copyOf(mails);
                expired = List.copyOf(expired);
            }

            /** Whether nothing has happened. */
            public boolean isEmpty() {
                return joined.isEmpty() && held.isEmpty() && stillHeld.isEmpty() && mails.isEmpty()
                        && expired.isEmpty();
            }
        }
    }

    /**
     * Shows an owner a held mail, and lets them decide.
     *
     * @param list the list
     * @param recipient the owner
     * @param mail what the mail says of itself
     * @param reason why it is held
     * @param audience whom it would go to
     * @param send the page on which to send it
     * @param refuse the page on which to refuse it
     * @param within how long they have
     * @param isLast whether the next ones come together with others
     */
    record PostHeld(MailingList list, EmailAddress recipient, ForwardedMail mail, Reason reason, Audience audience,
            URI send, URI refuse, Duration within, boolean isLast) implements Notice {

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
     * @param isLast whether the next ones come together with others
     */
    record MailForOwners(MailingList list, EmailAddress recipient, ForwardedMail mail,
            boolean isLast) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Asks a person who may post whether a mail is theirs, because nothing proves it. It contains nothing of that mail,
     * so that nobody can send a text to a poster in this way.
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
     * Tells an owner that nobody decided about a mail in time and that it will not be sent.
     *
     * @param list the list
     * @param recipient the owner
     * @param author the author as the mail has it, decoded, one line
     * @param subject the mail's subject, decoded, one line
     * @param after after how long
     * @param isLast whether the next ones come together with others
     */
    record PostExpired(MailingList list, EmailAddress recipient, String author, String subject, Duration after,
            boolean isLast) implements Notice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an author that a post is waiting, and lets them take it back.
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
     * Tells an owner that a post is parked for a cause that a person has to mend.
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

        /** What keeps a post from going on. */
        public enum Cause {
            /** The provider takes nothing from us. */
            BLOCKED,
            /** A part of it failed again and again. */
            FAULT,
            /** Its mail could not be taken in, and is set aside. */
            SET_ASIDE
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
     * @param language the language of the report
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
            /** It was put off until it was given up. */
            GIVEN_UP,
            /** It had not gone out when the post was stopped, and is not tried again. */
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
