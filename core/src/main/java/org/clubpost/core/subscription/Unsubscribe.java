package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.clubpost.core.Attempts;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.MemberLinks.Meant;

/**
 * Ends a membership by the link in a mail's text, by the one-click link in its header (RFC 8058), or by a mail. The
 * goodbye mail with the way back follows by itself: with the change the database records that it is to be written
 * ({@link org.clubpost.core.note.NoteRecorder}), so whoever asks for it gets an answer at once, and it is not
 * forgotten.
 */
public final class Unsubscribe {

    private final Subscribers subscribers;
    private final MembershipTokens tokens;
    private final MemberLinks links;

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
         * @param member how it stands now
         */
        record Left(MailingList list, Subscriber.Left member) implements Outcome {}

        /**
         * The link is good, but there is no membership: it ended before.
         *
         * @param list the list
         */
        record NotMember(MailingList list) implements Outcome {}

        /**
         * The link is ours and short, and fits nobody who is a member now: the membership ended, or the end of the link
         * was changed. Which of the two is not known, and not told.
         *
         * @param list the list
         */
        record Unfitting(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Ends memberships with these ports. */
    public Unsubscribe(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.links = new MemberLinks(lists, subscribers, tokens);
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called. Each link with which one can leave
     * will do, because a header link that is opened in a browser shows the same page; no other one does, because that
     * page leads to the settings.
     *
     * @param token the text from the link
     * @return {@link Outcome.Member}, {@link Outcome.NotMember}, {@link Outcome.Unfitting} or {@link Outcome.Invalid}
     */
    public Outcome look(String token) {
        return switch (links.meant(token)) {
            case Meant.Somebody(var list, var link) when leadsHere(link.purpose()) ->
                found(link).<Outcome>map(found -> new Outcome.Member(list, found.member()))
                        .orElseGet(() -> new Outcome.NotMember(list));
            // Each link that has a short token leads here.
            case Meant.NoMember(var list, _) -> new Outcome.Unfitting(list);
            case Meant.Somebody _,Meant.Unknown _ -> new Outcome.Invalid();
        };
    }

    /**
     * Ends the membership. May be repeated.
     *
     * @param token the text from the link
     * @param way how it was asked for. The token must have been made for that way, with two exceptions: the page takes
     *         header links too, because mail programs open those in a browser, and it takes links to the settings,
     *         because the settings page leads there, even when their time is over
     * @return {@link Outcome.Left}, {@link Outcome.NotMember}, {@link Outcome.Unfitting} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome leave(String token, LeaveWay way, Instant now) {
        return switch (links.meant(token)) {
            case Meant.Somebody(var list, var link) when fits(link.purpose(), way) ->
                Attempts.until(subscribers, () -> leave(link, list, way, now));
            case Meant.NoMember(var list, var seen) when fits(seen.purpose(), way) -> new Outcome.Unfitting(list);
            case Meant.Somebody _,Meant.NoMember _,Meant.Unknown _ -> new Outcome.Invalid();
        };
    }

    private Optional<Outcome> leave(MembershipLink link, MailingList list, LeaveWay way, Instant now) {
        var found = found(link);
        if (found.isEmpty()) {
            return Optional.of(new Outcome.NotMember(list));
        }
        var left = Subscriber.Left.of(found.get().member(), now, way);
        return subscribers.replace(found.get().stored(), left)
                ? Optional.of(new Outcome.Left(list, left))
                : Optional.empty();
    }

    /**
     * The token of the link to the settings in that member's mails, for whoever would rather pause. It is good for less
     * than any link with which one can leave.
     */
    public String settingsToken(Outcome.Member member) {
        return tokens.sign(new MembershipLink(LinkPurpose.MANAGE_PAGE, member.list().id(), member.member().id()));
    }

    /** The token with which whoever just left can say why ({@link SayWhy}). */
    public String whyToken(Outcome.Left gone) {
        return tokens.sign(new MembershipLink(LinkPurpose.SAY_WHY, gone.list().id(), gone.member().id(),
                gone.member().at()));
    }

    private static boolean leadsHere(LinkPurpose purpose) {
        return Stream.of(LeaveWay.values()).anyMatch(way -> fits(purpose, way));
    }

    private static boolean fits(LinkPurpose purpose, LeaveWay way) {
        return switch (way) {
            case PAGE -> purpose == LinkPurpose.LEAVE_PAGE || purpose == LinkPurpose.ONE_CLICK
                    || purpose == LinkPurpose.MANAGE_PAGE || purpose == LinkPurpose.FRESH_SETTINGS;
            case ONE_CLICK -> purpose == LinkPurpose.ONE_CLICK;
            case MAIL -> purpose == LinkPurpose.LEAVE_MAIL;
        };
    }

    /**
     * The member, also by the link of a mail from before a change of address. Whoever is only not written to for now
     * can leave for good.
     */
    private Optional<Forwarding.Found> found(MembershipLink link) {
        return new Forwarding(subscribers).find(link.list(), link.subscriber())
                .or(() -> subscribers.find(link.list(), link.subscriber())
                        .flatMap(stored -> stored.subscriber() instanceof Subscriber.Suppressed stopped
                                ? Optional.of(new Forwarding.Found(stored, stopped.asBefore(), false))
                                : Optional.empty()));
    }
}
