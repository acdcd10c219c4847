package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Person;

/** A mail to those who run a list, besides the news that are {@linkplain Gathered gathered}. */
public sealed interface OwnerNotice extends Notice {

    /**
     * Shows an owner that somebody has confirmed their address and asks to join, and lets them decide.
     *
     * @param list the list
     * @param recipient the owner
     * @param applicant who asks
     * @param letIn the page on which to let them in
     * @param refuse the page on which to refuse them
     * @param until how long the links work
     * @param isReminder whether the owners were asked before
     * @param isLast whether the next ones come together with others
     */
    record ApplicantWaits(MailingList list, EmailAddress recipient, Person applicant, URI letIn, URI refuse,
            Instant until, boolean isReminder, boolean isLast) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Lets somebody who runs lists sign in.
     *
     * @param list one that they run
     * @param recipient who
     * @param language that of the page on which they asked
     * @param link signs them in
     * @param within how long it works
     */
    record SignIn(MailingList list, EmailAddress recipient, Locale language, URI link,
            Duration within) implements OwnerNotice {}

    /**
     * Tells an owner that the list has caused as many text messages as it may, so that phones get nothing for a while.
     *
     * @param list the list
     * @param recipient the owner
     * @param cap how many it may cause in 31 days
     */
    record PhonesPaused(MailingList list, EmailAddress recipient, int cap) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner that so much of the list's mail comes back that somebody has to act.
     *
     * @param list the list
     * @param recipient the owner
     * @param level how bad it is
     * @param copies how many of the last posts' copies were sent
     * @param refused how many of them came back for good
     * @param complaints how many of them were complained of
     */
    record ListHealth(MailingList list, EmailAddress recipient, Level level, long copies, long refused,
            long complaints) implements OwnerNotice {

        /** How bad it is. */
        public enum Level {
            /** The provider may soon look into it. */
            WARNED,
            /** No post goes out until somebody says so. */
            STOPPED
        }

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
    record SignUpsWaiting(MailingList list, EmailAddress recipient, int waiting, int cap) implements OwnerNotice {

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
    record MemberJoined(MailingList list, EmailAddress recipient, Person member,
            boolean isLast) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Asks somebody to run a list, or to decide about its posts.
     *
     * @param list the list
     * @param recipient who is asked
     * @param by who asks
     * @param isOwner whether it is to run the list
     * @param accept the page on which to accept
     * @param within how long the link works
     */
    record RoleOffered(MailingList list, EmailAddress recipient, Actor by, boolean isOwner, URI accept,
            Duration within) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells somebody who runs a list, or did so just now, that others run it now.
     *
     * @param list the list as it is now
     * @param recipient who is told
     * @param who whom it is about
     * @param change what changed
     */
    record PeopleChanged(MailingList list, EmailAddress recipient, EmailAddress who,
            Change change) implements OwnerNotice {

        /** What can change. */
        public enum Change {
            /** Somebody runs it now. */
            OWNER_CAME,
            /** Somebody does not run it any more. */
            OWNER_WENT,
            /** Somebody decides about posts now. */
            MODERATOR_CAME,
            /** Somebody does not decide about posts any more. */
            MODERATOR_WENT
        }

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells somebody who may make lists, or could until now, that others may now.
     *
     * @param list a list of the installation, from whose address the mail is sent
     * @param recipient who is told
     * @param who whom it is about
     * @param isGranted whether they may make lists since then
     */
    record MakersChanged(MailingList list, EmailAddress recipient, EmailAddress who,
            boolean isGranted) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }
    }

    /**
     * Tells an owner that the list was deleted, or is back.
     *
     * @param list the list
     * @param recipient the owner
     * @param by who did it
     * @param until when it can no longer come back; empty when it is back
     */
    record ListDeleted(MailingList list, EmailAddress recipient, Actor by,
            Optional<Instant> until) implements OwnerNotice {

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
            boolean isLast) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }

        @Override
        public List<ForwardedMail> brings() {
            return List.of(mail);
        }
    }

    /**
     * Passes a mail to the domain, such as one to its postmaster, on to whoever runs the installation.
     *
     * @param list one of the domain's lists
     * @param recipient the operator
     * @param mail the mail
     */
    record MailForOperator(MailingList list, EmailAddress recipient, ForwardedMail mail) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }

        @Override
        public List<ForwardedMail> brings() {
            return List.of(mail);
        }
    }

    /**
     * Answers the commands that somebody who runs the list sent by mail. It is only for those whose address is proven.
     *
     * @param list the list
     * @param recipient who sent them
     * @param subject the subject of the commands, decoded, one line
     * @param messageId the Message-ID of the commands with its angle brackets; empty when it has none
     * @param lines what became of each line, in order
     */
    record CommandsDone(MailingList list, EmailAddress recipient, String subject, String messageId,
            List<Line> lines) implements OwnerNotice {

        /** Copies the lines. */
        public CommandsDone {
            lines = List.copyOf(lines);
        }

        @Override
        public Locale language() {
            return list.profile().language();
        }

        /**
         * A line.
         *
         * @param typed what was typed, one line; empty for what is about no line
         * @param result what became of it
         */
        public record Line(String typed, CommandResult result) {}
    }

    /**
     * Tells an owner that a mail with commands names an owner, and nothing proves it, so nothing was done.
     *
     * @param list the list
     * @param recipient the owner who is told
     * @param mail what the mail says of itself
     * @param isLast whether the next ones come together with others
     */
    record CommandsUnproven(MailingList list, EmailAddress recipient, ForwardedMail mail,
            boolean isLast) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }

        @Override
        public List<ForwardedMail> brings() {
            return List.of(mail);
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
     * @param code by what an answer to the notice names the mail
     * @param isLast whether the next ones come together with others
     */
    record PostHeld(MailingList list, EmailAddress recipient, ForwardedMail mail, Reason reason, Audience audience,
            URI send, URI refuse, Duration within, String code, boolean isLast) implements OwnerNotice {

        @Override
        public Locale language() {
            return list.profile().language();
        }

        @Override
        public List<ForwardedMail> brings() {
            return List.of(mail);
        }
    }
}
