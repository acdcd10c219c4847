package org.clubpost.mail.receive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.rule.HeaderText;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.verdict.Sender;

/**
 * Decides about posts that wait: an owner sends or refuses one, an author confirms or disowns one, or takes one back, and what nobody decides about in time goes. Safe for use by
 * many threads; of two decisions about one post the first one counts.
 */
public final class Moderate {

    private static final int MAX_REASON = 500;
    /** A post that waits is no older than this, with plenty of time for a sweep that did not happen. */
    private static final Duration HORIZON = Disposal.PATIENCE.multipliedBy(4);

    private final Receive.Ports ports;
    private final InstantSource clock;
    private final Receive receive;
    private final Disposal disposal;
    private final Control control;
    private final CancelLinks links;
    private final Judge judge;

    /** What a link is good for at the moment, or what became of using it. */
    public sealed interface Outcome {

        /**
         * The post waits, and the link decides about it.
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
         * The post is to go out, and waits for its time.
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
         * Its author stopped the post when it had begun to go out.
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
         * The post goes to nobody, as an owner decided or whom it names as its author said.
         *
         * @param list the list
         * @param authorTold whether the author was told; only one whose address is proven is
         */
        record Stopped(MailingList list, boolean authorTold) implements Outcome {}

        /**
         * The author confirmed it, and it waits for the owners now.
         *
         * @param list the list
         * @param reason why, as a sentence in the list's language
         */
        record Waits(MailingList list, Reason reason) implements Outcome {}

        /**
         * It cannot be sent.
         *
         * @param list the list
         * @param reason why, as a sentence in the list's language
         */
        record CannotBeSent(MailingList list, Reason reason) implements Outcome {}

        /**
         * There is nothing left to decide: somebody did before, its time is over, or the link is of an older mail.
         *
         * @param list the list
         */
        record Settled(MailingList list) implements Outcome {}

        /** The link is none of ours. */
        record Invalid() implements Outcome {}
    }

    /** Decides for these ports. */
    public Moderate(Receive.Ports ports, Receive.Secrets secrets, Preparation preparation, InstantSource clock) {
        this.ports = ports;
        this.clock = clock;
        this.receive = new Receive(ports, secrets, preparation, clock);
        this.control = new Control(ports.posts(), ports.ranges(), clock);
        this.links = new CancelLinks(secrets.ids(), secrets.links());
        this.disposal = new Disposal(ports, secrets, preparation, clock);
        this.judge = Judge.of(new Known(ports, secrets, clock));
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return {@link Outcome.Open}, {@link Outcome.Settled} or {@link Outcome.Invalid}
     */
    public Outcome look(String token) {
        return find(token).outcome();
    }

    /**
     * Does what the link says. May be repeated: what an earlier call left undone is done then.
     *
     * @param token the text from the link
     * @param reason what an owner who refuses the post wants its author to know; may be empty; other links do not look at it
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome decide(String token, String reason) {
        return switch (find(token)) {
            case Found.Nothing(var outcome) -> outcome;
            case Found.Decided(var list, var post) -> {
                if (post.state() instanceof PostState.Sending) {
                    disposal.resume(post);
                }
                yield new Outcome.Settled(list);
            }
            case Found.Stoppable stoppable -> takeBack(stoppable);
            case Found.Waiting waiting -> ports.mails().find(waiting.post().mail())
                    .map(stored -> Receive.read(waiting.list(), waiting.post(), stored))
                    .map(mail -> decide(waiting, mail, reason)).orElseGet(() -> new Outcome.Settled(waiting.list()));
        };
    }

    private Outcome decide(Found.Waiting waiting, Disposal.Case mail, String reason) {
        return switch (waiting.link().action()) {
            case SEND -> send(mail);
            case REFUSE -> refuse(waiting, mail, reason);
            case CONFIRM -> confirm(mail);
            case DISOWN -> {
                disposal.discard(mail, Reason.of(Reason.Cause.DISOWNED));
                yield new Outcome.Stopped(mail.list(), false);
            }
            case CANCEL -> new Outcome.Settled(mail.list());
        };
    }

    private Outcome send(Disposal.Case mail) {
        return switch (Judge.ofReleased().judge(mail.incoming()).verdict()) {
            case Verdict.Reject(_, var why) -> new Outcome.CannotBeSent(mail.list(), why);
            case Verdict.Discard(var why) -> new Outcome.CannotBeSent(mail.list(), why);
            case Verdict.Relay _,Verdict.Hold _,Verdict.AskAuthor _,Verdict.Forward _,Verdict.Leave _,Verdict.LeaveAs _ ->
                disposal.relay(mail).equals("settled") ? new Outcome.Settled(mail.list()) : onItsWay(mail);
        };
    }

    /** It goes out, or waits for its time. */
    private Outcome onItsWay(Disposal.Case mail) {
        return ports.posts().find(mail.post().id()).map(Post::state)
                .<Outcome>map(state -> state instanceof PostState.Waiting waiting
                        ? new Outcome.Scheduled(mail.list(), waiting.until())
                        : new Outcome.Sent(mail.list()))
                .orElseGet(() -> new Outcome.Sent(mail.list()));
    }

    /** Stops the post for good, or what is left of it. */
    private Outcome takeBack(Found.Stoppable found) {
        return switch (control.cancel(found.post().id())) {
            case Control.Outcome.Changed(var post) when found.post().state() instanceof PostState.Waiting
                    && sent(post) == 0 ->
                new Outcome.TakenBack(found.list());
            case Control.Outcome.Changed(var post) -> new Outcome.Halted(found.list(), sent(post));
            case Control.Outcome.Senseless(var post) -> settled(found.list(), post);
            case Control.Outcome.Unknown _ -> new Outcome.Settled(found.list());
        };
    }

    private static long sent(Post post) {
        return post.state() instanceof PostState.Cancelled(var tally, _, _) ? tally.sent() : 0;
    }

    private static Outcome settled(MailingList list, Post post) {
        return post.state() instanceof PostState.Done ? new Outcome.TooLate(list) : new Outcome.Settled(list);
    }

    /** First makes all other links worthless, so that nobody sends the post while its author is told that it is not sent. */
    private Outcome refuse(Found.Waiting waiting, Disposal.Case mail, String typed) {
        var words = HeaderText.cut(FieldText.oneLine(typed).strip(), MAX_REASON);
        var reason = words.isEmpty()
                ? Reason.of(Reason.Cause.REFUSED_BY_OWNERS)
                : Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, words);
        var claimed = waiting.post().with(waiting.held().claimed(waiting.link().digest(), reason));
        if (!ports.posts().replace(waiting.post(), claimed)) {
            return new Outcome.Settled(mail.list());
        }
        return stop(new Disposal.Case(mail.incoming(), mail.octets(), claimed), reason);
    }

    private Outcome stop(Disposal.Case mail, Reason reason) {
        if (mail.incoming().sender() instanceof Sender.Proven(var author)) {
            return new Outcome.Stopped(mail.list(), disposal.reject(mail, author, reason).equals("rejected"));
        }
        disposal.discard(mail, reason);
        return new Outcome.Stopped(mail.list(), false);
    }

    /** The button proves what the receiving side could not: the mail is judged again, as of a proven author. */
    private Outcome confirm(Disposal.Case mail) {
        if (!(mail.incoming().sender() instanceof Sender.Claimed(var author))) {
            return new Outcome.Settled(mail.list());
        }
        var confirmed = new Disposal.Case(mail.incoming().provenFrom(author), mail.octets(), mail.post());
        var verdict = judge.judge(confirmed.incoming()).verdict();
        var settled = disposal.carryOut(verdict, confirmed).equals("settled");
        return settled ? new Outcome.Settled(mail.list()) : switch (verdict) {
            case Verdict.Relay _ -> onItsWay(mail);
            case Verdict.Hold(var reason) -> new Outcome.Waits(mail.list(), reason);
            case Verdict.Reject(_, var reason) -> new Outcome.CannotBeSent(mail.list(), reason);
            case Verdict.Discard(var reason) -> new Outcome.CannotBeSent(mail.list(), reason);
            case Verdict.AskAuthor _,Verdict.Forward _,Verdict.Leave _,Verdict.LeaveAs _ ->
                new Outcome.Settled(mail.list());
        };
    }

    private sealed interface Found {

        record Waiting(ModerationToken link, MailingList list, Post post, PostState.Held held) implements Found {}

        record Stoppable(MailingList list, Post post) implements Found {}

        record Decided(MailingList list, Post post) implements Found {}

        record Nothing(Outcome outcome) implements Found {}

        default Outcome outcome() {
            return switch (this) {
                case Waiting(var link, var list, var post, _) -> new Outcome.Open(list, post, link.action());
                case Stoppable(var list, var post) -> new Outcome.Open(list, post, Action.CANCEL);
                case Decided(var list, _) -> new Outcome.Settled(list);
                case Nothing(var outcome) -> outcome;
            };
        }
    }

    private Found find(String token) {
        var link = ModerationToken.parse(token);
        var post = link.flatMap(known -> ports.posts().find(known.post()));
        var list = post.flatMap(known -> ports.lists().find(known.list()));
        if (link.isEmpty() || post.isEmpty() || list.isEmpty()) {
            return new Found.Nothing(new Outcome.Invalid());
        }
        if (link.get().action() == Action.CANCEL) {
            return findToCancel(link.get(), list.get(), post.get());
        }
        return post.get().state() instanceof PostState.Held held && held.links().contains(link.get().digest())
                && clock.instant().isBefore(held.until())
                        ? new Found.Waiting(link.get(), list.get(), post.get(), held)
                        : new Found.Decided(list.get(), post.get());
    }

    private Found findToCancel(ModerationToken link, MailingList list, Post post) {
        if (!links.isOurs(link)) {
            return new Found.Nothing(new Outcome.Settled(list));
        }
        return switch (post.state()) {
            case PostState.Waiting _,PostState.Sending _,PostState.Paused _,PostState.Parked _,PostState.Resumed _ ->
                new Found.Stoppable(list, post);
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Cancelled _,PostState.Done _ ->
                new Found.Nothing(settled(list, post));
        };
    }

    /**
     * Goes through the posts that wait: those whose time is over will not be sent, and the owners are told, as is an author whose address is proven; those about
     * which somebody was to be told when the process died are taken up again. To be called some times a day; may be repeated.
     *
     * @return for how many posts something was done
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int sweep() {
        var done = 0;
        for (var list : ports.lists().all()) {
            done += sweep(list, clock.instant());
        }
        return done;
    }

    private int sweep(MailingList list, Instant now) {
        var done = 0;
        try (var posts = ports.posts().of(list.id())) {
            var waiting = posts.takeWhile(post -> post.id().storedAt().isAfter(now.minus(HORIZON)))
                    .filter(post -> post.state() instanceof PostState.Held).toList();
            for (var post : waiting) {
                if (post.state() instanceof PostState.Held held && !now.isBefore(held.until())) {
                    expire(list, post);
                    done++;
                } else if (post.state() instanceof PostState.Held held && !held.told()) {
                    receive.receive(post.mail());
                    done++;
                }
            }
        }
        return done;
    }

    private void expire(MailingList list, Post post) {
        var reason = Reason.of(Reason.Cause.EXPIRED, Long.toString(Disposal.PATIENCE.toDays()));
        for (var owner : list.people().owners()) {
            ports.notices()
                    .send(new Notice.PostExpired(list, owner, post.headline().author(), post.headline().subject(),
                            Disposal.PATIENCE));
        }
        ports.mails().find(post.mail()).ifPresentOrElse(stored -> stop(Receive.read(list, post, stored), reason),
                () -> disposal.discardUnread(post, reason));
    }
}
