package org.clubpost.core.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.link.DecisionToken;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.HeldMails.HeldMail;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Decides about posts by link. An owner or a moderator sends or refuses a held post; its author confirms or disowns it. An author also
 * takes back a post on its way. Safe for use by many threads. When two people decide about one post, the first decision
 * counts.
 */
public final class Moderate {

    private final Ports ports;
    private final Plan plan;
    private final Reject reject;
    private final TakeBack takeBack;
    private final InstantSource clock;

    /**
     * What deciding needs of the world.
     *
     * @param lists the lists
     * @param posts the posts
     * @param mails their mails
     * @param links the links that owners get, and says to whom one was sent
     */
    public record Ports(Lists lists, Posts posts, HeldMails mails, DecisionLinks links) {}

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * The post is held, and the link decides about it.
         *
         * @param list the list
         * @param post the post
         * @param action what the link does
         */
        record Open(MailingList list, Post post, Action action) implements Outcome {}

        /**
         * The post is on its way to the members.
         *
         * @param list the list
         */
        record Sent(MailingList list) implements Outcome {}

        /**
         * The post is waiting, and goes out at its time.
         *
         * @param list the list
         * @param until when it goes out
         */
        record Scheduled(MailingList list, Instant until) implements Outcome {}

        /**
         * Its author took the post back before it went out.
         *
         * @param list the list
         */
        record TakenBack(MailingList list) implements Outcome {}

        /**
         * Its author stopped the post after it had begun to go out.
         *
         * @param list the list
         * @param sent how many had it by then
         */
        record Halted(MailingList list, long sent) implements Outcome {}

        /**
         * The post has gone out, and cannot be taken back.
         *
         * @param list the list
         */
        record TooLate(MailingList list) implements Outcome {}

        /**
         * The post goes to nobody: an owner decided so, or the person named as its author said that it is not theirs.
         *
         * @param list the list
         * @param authorTold whether the author was told; only a proven author is
         */
        record Stopped(MailingList list, boolean authorTold) implements Outcome {}

        /**
         * The author confirmed it, and it is held for the owners now.
         *
         * @param list the list
         * @param reason why
         */
        record Waits(MailingList list, Reason reason) implements Outcome {}

        /**
         * It cannot be sent.
         *
         * @param list the list
         * @param reason why
         */
        record CannotBeSent(MailingList list, Reason reason) implements Outcome {}

        /**
         * There is nothing left to decide: somebody has decided, the time is over, the link comes from an older mail, or
         * the one to whom it was sent decides no more.
         *
         * @param list the list
         */
        record Settled(MailingList list) implements Outcome {}

        /** The link is none of ours. */
        record Invalid() implements Outcome {}
    }

    /** Decides for these ports. */
    public Moderate(Ports ports, Plan plan, Reject reject, TakeBack takeBack, InstantSource clock) {
        this.ports = ports;
        this.plan = plan;
        this.reject = reject;
        this.takeBack = takeBack;
        this.clock = clock;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return {@link Outcome.Open}, {@link Outcome.Settled}, {@link Outcome.TooLate} or {@link Outcome.Invalid}
     */
    public Outcome look(String token) {
        return switch (find(token)) {
            case Found.Open(var link, var list, var post, _) -> new Outcome.Open(list, post, link.action());
            case Found.OnItsWay(var link, var list, var post) -> takeBack.look(link, list, post);
            case Found.Decided(var list, _) -> new Outcome.Settled(list);
            case Found.Nothing _ -> new Outcome.Invalid();
        };
    }

    /**
     * Does what the link says. May be repeated: what an earlier call left undone is done then.
     *
     * @param token the text from the link
     * @param reason what an owner who refuses the post wants its author to know; may be empty; ignored by other links
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome decide(String token, String reason) {
        return decide(find(token), open -> pressed(open, token), reason);
    }

    /**
     * Sends or refuses a held post because somebody who is known says so, in whatever way. May be repeated: what an
     * earlier call left undone is done then.
     *
     * @param link the link that does the same
     * @param reason what its author is to know of a refusal; may be empty
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Answer<Outcome> decide(Actor actor, MailingList list, ModerationToken link, String reason) {
        return Answer.when(Role.may(actor, list, Permission.DECIDE_POSTS), Permission.DECIDE_POSTS,
                () -> decide(within(list, link), _ -> actor, reason));
    }

    /** What the link leads to if it is about a post of that list: the actor's role is for no other. */
    private Found within(MailingList list, ModerationToken link) {
        return ports.posts().find(link.post()).filter(post -> post.list().equals(list.id())).isPresent()
                ? find(Optional.of(link))
                : new Found.Nothing();
    }

    private Outcome decide(Found found, Function<Found.Open, Actor> actor, String reason) {
        return switch (found) {
            case Found.Nothing _ -> new Outcome.Invalid();
            case Found.Decided(var list, var post) -> {
                if (post.state() instanceof PostState.Sending) {
                    plan.resume(post.id());
                }
                yield new Outcome.Settled(list);
            }
            case Found.OnItsWay(var link, var list, var post) -> takeBack.decide(link, list, post);
            case Found.Open open -> decide(open, Deed.of(actor.apply(open)), reason);
        };
    }

    private static Optional<ModerationToken> link(String token) {
        return ModerationToken.parse(DecisionToken.parse(token).token());
    }

    /** Whoever pressed has the mail of the one to whom the link was sent. */
    private Actor pressed(Found.Open open, String token) {
        return isForDeciders(open)
                ? sentTo(open, token).<Actor>map(Actor.Owner::new).orElseGet(Actor.Unknown::new)
                : new Actor.Member();
    }

    /** The log has the deed in the same step as the post its new state, so a process that dies leaves both or neither. */
    private Outcome decide(Found.Open open, Deed deed, String reason) {
        return ports.mails().by(deed).read(open.list(), open.post()).map(mail -> decide(open, mail, deed, reason))
                .orElseGet(() -> end(open, deed));
    }

    /** Without its mail it can neither be sent nor be answered, so it waits for nobody any more. */
    private Outcome end(Found.Open open, Deed deed) {
        var gone = Reason.of(Reason.Cause.HELD_MAIL_GONE);
        new Discard(ports.posts().by(deed)).unread(open.post(), gone);
        return new Outcome.CannotBeSent(open.list(), gone);
    }

    private Outcome decide(Found.Open open, HeldMail mail, Deed deed, String reason) {
        var list = open.list();
        return switch (open.link().action()) {
            case SEND -> outcome(list, mail.release());
            case CONFIRM -> outcome(list, mail.confirm());
            case REFUSE -> refuse(open, mail, deed, Explanation.parse(reason).reason());
            case DISOWN -> {
                new Discard(ports.posts().by(deed)).discard(mail.post(), Reason.of(Reason.Cause.DISOWNED));
                yield new Outcome.Stopped(list, false);
            }
            case CANCEL -> new Outcome.Settled(list);
        };
    }

    private static Outcome outcome(MailingList list, Release release) {
        return switch (release) {
            case Release.Sent _ -> new Outcome.Sent(list);
            case Release.Scheduled(var until) -> new Outcome.Scheduled(list, until);
            case Release.Held(var reason) -> new Outcome.Waits(list, reason);
            case Release.Impossible(var reason) -> new Outcome.CannotBeSent(list, reason);
            case Release.Settled _ -> new Outcome.Settled(list);
        };
    }

    /**
     * Makes all other links worthless first. Otherwise somebody could send the post while its author is told that it is
     * not sent.
     */
    private Outcome refuse(Found.Open open, HeldMail mail, Deed deed, Reason reason) {
        var claimed = open.post().with(open.held().claimed(open.link().digest(), reason));
        if (!ports.posts().replace(open.post(), claimed)) {
            return new Outcome.Settled(open.list());
        }
        return new Outcome.Stopped(open.list(), new Stop(ports.posts().by(deed), reject.by(deed))
                .stop(mail, mail.post().with(claimed), reason));
    }

    /** What a link leads to. */
    private sealed interface Found {

        /** The post is held, and the link decides about it. */
        record Open(ModerationToken link, MailingList list, Post post, PostState.Held held) implements Found {}

        /** The link takes back a post that is going out. */
        record OnItsWay(ModerationToken link, MailingList list, Post post) implements Found {}

        /** The link is no longer good for anything. */
        record Decided(MailingList list, Post post) implements Found {}

        /** The link is none of ours. */
        record Nothing() implements Found {}
    }

    /** What stands in a mail decides as long as the one to whom it was sent may decide, whoever has the mail by now. */
    private Found find(String token) {
        var found = find(link(token));
        return found instanceof Found.Open open && isForDeciders(open) && isMarked(open)
                && sentTo(open, token).isEmpty()
                        ? new Found.Decided(open.list(), open.post())
                        : found;
    }

    private static boolean isForDeciders(Found.Open open) {
        return switch (open.link().action()) {
            case SEND, REFUSE -> true;
            case CONFIRM, DISOWN, CANCEL -> false;
        };
    }

    /** Links in mails of an earlier version bear no mark: their secret was drawn by lot. */
    private boolean isMarked(Found.Open open) {
        return ports.links().both(open.post().id()).contains(open.link());
    }

    private Optional<EmailAddress> sentTo(Found.Open open, String token) {
        return DecisionToken.parse(token).sentTo(open.list().people().deciders(),
                ports.links().links().tokens());
    }

    private Found find(Optional<ModerationToken> link) {
        var post = link.flatMap(known -> ports.posts().find(known.post()));
        var list = post.flatMap(known -> ports.lists().find(known.list()));
        if (link.isEmpty() || post.isEmpty() || list.isEmpty()) {
            return new Found.Nothing();
        }
        if (link.get().action() == Action.CANCEL) {
            return new Found.OnItsWay(link.get(), list.get(), post.get());
        }
        return post.get().state() instanceof PostState.Held held && held.links().contains(link.get().digest())
                && clock.instant().isBefore(held.until())
                        ? new Found.Open(link.get(), list.get(), post.get(), held)
                        : new Found.Decided(list.get(), post.get());
    }
}
