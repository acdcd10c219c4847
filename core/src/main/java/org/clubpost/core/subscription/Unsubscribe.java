package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.Optional;

import org.clubpost.core.Attempts;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Ends a membership by the link in a mail's text, by the one-click link in its header (RFC 8058), or by a mail. The
 * goodbye mail with the way back follows by itself: with the change the database records that it is to be written ({@link
 * org.clubpost.core.note.NoteRecorder}), so whoever asks for it gets an answer at once, and it is not forgotten.
 */
public final class Unsubscribe {

    private final Lists lists;
    private final Subscribers subscribers;
    private final MembershipTokens tokens;

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There is a membership that can be ended.
         *
         * @param list the list
         * @param member the member
         */
        record Member(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * The membership ended just now. From here on no copy goes out to this member, except a copy that is under way
         * because its batch of members was read before ({@link org.clubpost.core.delivery.Deliver}).
         *
         * @param list the list
         */
        record Left(MailingList list) implements Outcome {}

        /**
         * The link is good, but there is no membership: it ended before.
         *
         * @param list the list
         */
        record NotMember(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Ends memberships with these ports. */
    public Unsubscribe(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tokens = tokens;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called. Any purpose will do, but that of a
     * link to come back, because a header link that is opened in a browser shows the same page.
     *
     * @param token the text from the link
     * @return {@link Outcome.Member}, {@link Outcome.NotMember} or {@link Outcome.Invalid}
     */
    public Outcome look(String token) {
        return verified(token).<Outcome>map(link -> {
            var list = lists.find(link.list());
            return list.isEmpty()
                    ? new Outcome.Invalid()
                    : stored(link).filter(found -> found.subscriber() instanceof Subscriber.Confirmed)
                            .<Outcome>map(
                                    found -> new Outcome.Member(list.get(), (Subscriber.Confirmed) found.subscriber()))
                            .orElseGet(() -> new Outcome.NotMember(list.get()));
        }).orElseGet(Outcome.Invalid::new);
    }

    /**
     * Ends the membership. May be repeated.
     *
     * @param token the text from the link
     * @param way how it was asked for. The token must have been made for that way, with two exceptions: the page takes
     *         header links too, because mail programs open those in a browser, and it takes links to the settings,
     *         because the settings page leads there, even when their time is over
     * @return {@link Outcome.Left}, {@link Outcome.NotMember} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome leave(String token, LeaveWay way, Instant now) {
        var link = verified(token).filter(known -> fits(known.purpose(), way));
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Outcome.Invalid();
        }
        return Attempts.until(subscribers, () -> leave(link.get(), list.get(), way, now));
    }

    private Optional<Outcome> leave(MembershipLink link, MailingList list, LeaveWay way, Instant now) {
        var found = stored(link);
        if (found.isEmpty() || !(found.get().subscriber() instanceof Subscriber.Confirmed member)) {
            return Optional.of(new Outcome.NotMember(list));
        }
        return subscribers.replace(found.get(), Subscriber.Left.of(member, now, way))
                ? Optional.of(new Outcome.Left(list))
                : Optional.empty();
    }

    /**
     * The token of the link to the settings in that member's mails, for whoever would rather pause. It is good for less
     * than any link with which one can leave.
     */
    public String settingsToken(Outcome.Member member) {
        return tokens.sign(new MembershipLink(LinkPurpose.MANAGE_PAGE, member.list().id(), member.member().id()));
    }

    private static boolean fits(LinkPurpose purpose, LeaveWay way) {
        return switch (way) {
            case PAGE -> purpose == LinkPurpose.LEAVE_PAGE || purpose == LinkPurpose.ONE_CLICK
                    || purpose == LinkPurpose.MANAGE_PAGE || purpose == LinkPurpose.FRESH_SETTINGS;
            case ONE_CLICK -> purpose == LinkPurpose.ONE_CLICK;
            case MAIL -> purpose == LinkPurpose.LEAVE_MAIL;
            case OWNER -> false;
        };
    }

    private Optional<MembershipLink> verified(String token) {
        return tokens.verify(token).filter(link -> link.purpose() != LinkPurpose.COME_BACK);
    }

    private Optional<Stored> stored(MembershipLink link) {
        return subscribers.find(link.list(), link.subscriber());
    }
}
