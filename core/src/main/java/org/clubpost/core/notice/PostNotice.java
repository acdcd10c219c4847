package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.suppression.BounceReason;

/** A mail about what became of a post, or of a mail that was meant to be one. */
public sealed interface PostNotice extends Notice {

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
            Reason reason) implements PostNotice {

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
            Reason reason, Duration within) implements PostNotice {

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
            Duration within) implements PostNotice {

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
            boolean isLast) implements PostNotice {

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
            URI cancel) implements PostNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an author that the provider takes nothing more of a post, and lets them stop it.
     *
     * @param list the list
     * @param recipient the author, whose address is proven
     * @param subject the post's subject, decoded, one line
     * @param reason why
     * @param until when it is stopped if nobody decides
     * @param cancel the page on which to stop it
     */
    record PostUndecided(MailingList list, EmailAddress recipient, String subject, Reason reason, Instant until,
            URI cancel) implements PostNotice {

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
            Instant until) implements PostNotice {

        /** What keeps a post from going on. */
        public enum Cause {
            /** The provider takes nothing from us. */
            BLOCKED,
            /** A part of it failed again and again. */
            FAULT,
            /** The provider takes no more from us, however often it is tried. */
            UNDECIDED,
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
            Result result) implements PostNotice {

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

    /**
     * Tells its author, or an owner, what came back of a post within a day. It names nobody.
     *
     * @param list the list
     * @param recipient who gets the report
     * @param language their language
     * @param reader what they have to do with the post
     * @param subject the post's subject, decoded, one line
     * @param post the id of the post
     * @param sent how many copies the provider took
     * @param returned what came back, the most frequent reason first
     * @param complaints how many members complained of it
     */
    record PostReturns(MailingList list, EmailAddress recipient, Locale language, PostReport.Reader reader,
            String subject, String post, long sent, List<Returned> returned, long complaints) implements PostNotice {

        /** Copies the list. */
        public PostReturns {
            returned = List.copyOf(returned);
        }

        /**
         * Copies that came back for one reason.
         *
         * @param reason why
         * @param count from how many members
         */
        public record Returned(BounceReason reason, long count) {}
    }
}
