package org.clubpost.core.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Trace;

/** A mail to a member or a former one: about the membership, the address, and the ways to change both. */
public sealed interface MemberNotice extends Notice {

    /**
     * Finds out whether mail to a member arrives, because so much came back. Nobody needs to answer it.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param subscriber the member's key
     * @param settings the page with the member's settings
     */
    record MailCheck(MailingList list, EmailAddress recipient, Locale language, SubscriberId subscriber,
            URI settings) implements MemberNotice {

        @Override
        public Optional<Trace.Marked> mark() {
            return Optional.of(new Trace.Marked(list.id(), Optional.empty(), subscriber, Trace.Purpose.PROBE));
        }
    }

    /**
     * Tells a member that the list's mail to them is stopped because it came back, and how to have it again.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param subscriber the member's key
     * @param back the page with the button
     * @param reason why mail came back
     * @param until when the membership ends
     */
    record MailStopped(MailingList list, EmailAddress recipient, Locale language, SubscriberId subscriber, URI back,
            BounceReason reason, Instant until) implements MemberNotice {

        @Override
        public Optional<Trace.Marked> mark() {
            return Optional.of(new Trace.Marked(list.id(), Optional.empty(), subscriber, Trace.Purpose.NOTICE));
        }
    }

    /**
     * Tells somebody who left that it is done, and lets them come back in one press if it was not them.
     *
     * @param list the list
     * @param recipient who left
     * @param language their language
     * @param left when
     * @param back the page on which to come back; it goes to nobody but them
     * @param within how long that link works
     * @param others the page on which to have the links to one's other lists sent
     */
    record Goodbye(MailingList list, EmailAddress recipient, Locale language, Instant left, URI back,
            Duration within, URI others) implements MemberNotice {}

    /**
     * Gives a member the link with which to leave, because a mail in their name asks for it and nothing proves that it
     * is theirs. It contains nothing of that mail.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param leave the page on which to leave
     */
    record LeaveOffer(MailingList list, EmailAddress recipient, Locale language, URI leave) implements MemberNotice {}

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
            URI settings) implements MemberNotice {}

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
            Duration within) implements MemberNotice {}

    /**
     * Asks whoever reads the mail of an address whether a member's mail may come to it. It contains nothing that
     * anybody typed.
     *
     * @param list the list by whose link it was wished for
     * @param recipient the new address
     * @param language the member's language
     * @param old the address that the member has, so that its owner knows it and nobody else does
     * @param confirm the page with the button
     * @param within how long that link works
     */
    record NewAddress(MailingList list, EmailAddress recipient, Locale language, EmailAddress old, URI confirm,
            Duration within) implements MemberNotice {}

    /**
     * Tells the old address that the mail goes to another one from now on, and lets its owner undo that.
     *
     * @param list one of the lists that it is about
     * @param recipient the old address
     * @param language the member's language
     * @param changed the new address, of which only so much is told that its owner knows it
     * @param lists the names of the lists that it is about
     * @param undo the page with the button that undoes it
     * @param within how long that link works
     */
    record OldAddress(MailingList list, EmailAddress recipient, Locale language, EmailAddress changed,
            List<String> lists, URI undo, Duration within) implements MemberNotice {

        /** Copies the names. */
        public OldAddress {
            lists = List.copyOf(lists);
        }
    }

    /**
     * Gives a member the links to all their memberships, because somebody entered the address on our page.
     *
     * @param list one of the lists that it is about
     * @param recipient the member
     * @param language the member's language
     * @param memberships what they are
     * @param within how long the links to the settings work
     */
    record YourLists(MailingList list, EmailAddress recipient, Locale language, List<Membership> memberships,
            Duration within) implements MemberNotice {

        /** Copies the memberships. */
        public YourLists {
            memberships = List.copyOf(memberships);
        }

        /**
         * A membership.
         *
         * @param list the list
         * @param settings the page with all settings
         * @param leave the page on which to leave
         */
        public record Membership(MailingList list, URI settings, URI leave) {}
    }

    /**
     * Gives somebody who is a member no more the link to erase what is left, because somebody entered the address on
     * our page.
     *
     * @param list one of the lists that it is about
     * @param recipient the former member
     * @param language their language
     * @param names the names of the lists that know them still
     * @param erase the page on which to erase it
     * @param data the page on which to see it
     * @param within how long the links work
     */
    record WhatIsLeft(MailingList list, EmailAddress recipient, Locale language, List<String> names, URI erase,
            URI data, Duration within) implements MemberNotice {

        /** Copies the names. */
        public WhatIsLeft {
            names = List.copyOf(names);
        }
    }

    /**
     * Tells a member who wants to be told that a new post is out, and nothing of the post.
     *
     * @param list the list
     * @param recipient the member
     * @param language the member's language
     * @param settings the page on which to change that
     */
    record NewPostOut(MailingList list, EmailAddress recipient, Locale language,
            URI settings) implements MemberNotice {}

    /**
     * Says how the list works, because somebody asked by mail. It is only for people whose address was proved.
     *
     * @param list the list
     * @param recipient who asked
     * @param language the language to write in
     * @param messageId the Message-ID of the mail that asked, with its angle brackets; empty when it has none
     * @param ways where to go on
     */
    record Help(MailingList list, EmailAddress recipient, Locale language, String messageId,
            Ways ways) implements MemberNotice {

        /**
         * Where to go on.
         *
         * @param signUp the page on which to join
         * @param settings the page on which members have the links to their settings sent
         */
        public record Ways(URI signUp, URI settings) {}
    }
}
