package org.clubpost.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Stopped;

/**
 * Something that happened on a list. It says who or what it is about, and no more of a person than their key and, where
 * the installation wants that, their address; never a name, a subject, a text or where somebody came from.
 */
public sealed interface Event {

    /** On which list. */
    ListId list();

    /** When it was recorded, to the millisecond. */
    Instant time();

    /** Which kind of event it is. */
    EventKind kind();

    /** What it is about: the key of a subscriber or the id of a post. */
    String about();

    /**
     * Whom an event is about.
     *
     * @param key their key
     * @param address their address, where the installation wants it
     */
    record Who(SubscriberId key, Optional<EmailAddress> address) {

        /** The same person, without an address. */
        public Who unaddressed() {
            return new Who(key, Optional.empty());
        }

        /** Says what this is, but not the address. */
        @Override
        public String toString() {
            return "Who[" + key.hex() + "]";
        }
    }

    /** An event about a person. */
    sealed interface OfMember extends Event {

        /** Whom it is about. */
        Who who();

        /** The same event, without the address. */
        OfMember unaddressed();

        @Override
        default String about() {
            return who().key().hex();
        }
    }

    /** An event about a post. */
    sealed interface OfPost extends Event {

        /** Which post it is about. */
        PostId post();

        @Override
        default String about() {
            return post().value();
        }
    }

    /**
     * Somebody became a member.
     *
     * @param list of this list
     * @param time when
     * @param who who
     * @param way how
     */
    record MemberConfirmed(ListId list, Instant time, Who who, JoinWay way) implements OfMember {

        @Override
        public MemberConfirmed unaddressed() {
            return new MemberConfirmed(list, time, who.unaddressed(), way);
        }

        @Override
        public EventKind kind() {
            return EventKind.MEMBER_CONFIRMED;
        }
    }

    /**
     * A member left of their own will.
     *
     * @param list the list
     * @param time when
     * @param who who
     * @param way how
     */
    record MemberLeft(ListId list, Instant time, Who who, LeaveWay way) implements OfMember {

        @Override
        public MemberLeft unaddressed() {
            return new MemberLeft(list, time, who.unaddressed(), way);
        }

        @Override
        public EventKind kind() {
            return EventKind.MEMBER_LEFT;
        }
    }

    /**
     * Somebody is no member any more and did not leave.
     *
     * @param list of this list
     * @param time when
     * @param who whom
     * @param way how
     */
    record MemberRemoved(ListId list, Instant time, Who who, RemoveWay way) implements OfMember {

        @Override
        public MemberRemoved unaddressed() {
            return new MemberRemoved(list, time, who.unaddressed(), way);
        }

        @Override
        public EventKind kind() {
            return EventKind.MEMBER_REMOVED;
        }
    }

    /**
     * The list's mail to a member was stopped, because it came back or the member complained. They may have it again
     * later.
     *
     * @param list the list
     * @param time when
     * @param who whom
     * @param why why
     */
    record MemberSuppressed(ListId list, Instant time, Who who, Stopped why) implements OfMember {

        @Override
        public MemberSuppressed unaddressed() {
            return new MemberSuppressed(list, time, who.unaddressed(), why);
        }

        @Override
        public EventKind kind() {
            return EventKind.MEMBER_SUPPRESSED;
        }
    }

    /**
     * A member has another address, and by that another key. The membership is the same.
     *
     * @param list on this list
     * @param time when
     * @param who the member, with the new address
     * @param before the member, with the old address
     */
    record AddressChanged(ListId list, Instant time, Who who, Who before) implements OfMember {

        @Override
        public AddressChanged unaddressed() {
            return new AddressChanged(list, time, who.unaddressed(), before.unaddressed());
        }

        @Override
        public EventKind kind() {
            return EventKind.ADDRESS_CHANGED;
        }
    }

    /**
     * A post has gone to everybody.
     *
     * @param list to the members of this list
     * @param time when
     * @param post which
     * @param tally how many copies went out, and how many did not
     */
    record PostSent(ListId list, Instant time, PostId post, Tally tally) implements OfPost {

        @Override
        public EventKind kind() {
            return EventKind.POST_SENT;
        }
    }

    /**
     * A post waits for a person to decide about it.
     *
     * @param list to this list
     * @param time when
     * @param post which
     * @param cause why; the values of the reason are not told, because they come from the mail
     * @param decider who has to decide
     */
    record PostHeld(ListId list, Instant time, PostId post, Reason.Cause cause,
            PostState.Held.Decider decider) implements OfPost {

        @Override
        public EventKind kind() {
            return EventKind.POST_HELD;
        }
    }

    /**
     * Tells this event from every other one of the installation: 32 hexadecimal digits, made of what happened, when,
     * and to whom. An event that is published twice has the same id.
     */
    default String id() {
        var facts = String.join("\n", kind().code(), list().value(), about(), Long.toString(time().toEpochMilli()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(facts.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
