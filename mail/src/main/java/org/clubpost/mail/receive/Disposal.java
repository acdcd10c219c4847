package org.clubpost.mail.receive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Departure;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.PostState.Held.Decider;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.HeaderText;
import org.clubpost.mail.rule.Incoming;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.rule.SendAt;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.verdict.Sender;

/** Does with a mail what was decided. What is done to the world is done before the post's state says so, so that a run that dies is made up for by the next. */
final class Disposal {

    /** How long a post waits for a decision. */
    static final Duration PATIENCE = Duration.ofDays(14);

    private static final Duration DAY = Duration.ofDays(1);
    /** Enough for who writes from a badly set up program all day, too few to be a nuisance to whom somebody else names as the author. */
    private static final RateLimits.Limit QUESTIONS = new RateLimits.Limit(RateLimits.Kind.AUTHOR_QUESTION, 3, DAY);
    private static final RateLimits.Limit REJECTIONS = new RateLimits.Limit(RateLimits.Kind.REJECTION, 10, DAY);
    /** What the owners of a list get to decide or to read in a day. The rest can be seen in the list of posts. */
    private static final RateLimits.Limit OWNERS = new RateLimits.Limit(RateLimits.Kind.OWNERS_MAIL, 50, DAY);
    /** SES takes 10 MB in the API that we use, encoded (Amazon SES quotas, "Message size"). */
    private static final long MAX_ATTACHED_BYTES = 6L << 20;
    private static final int MAX_HEADLINE = 200;
    /** As many as a list can be set to take a mail that is addressed to them. */
    private static final int MOST_PARTIES = 1000;

    private final Receive.Ports ports;
    private final Receive.Secrets secrets;
    private final Preparation preparation;
    private final InstantSource clock;
    private final Plan plan;
    private final Unsubscribe unsubscribe;
    private final Tell tell;

    Disposal(Receive.Ports ports, Receive.Secrets secrets, Preparation preparation, InstantSource clock) {
        this.ports = ports;
        this.secrets = secrets;
        this.preparation = preparation;
        this.clock = clock;
        this.plan = new Plan(ports.lists(), ports.posts(), ports.ranges(), ports.queue());
        this.unsubscribe = new Unsubscribe(ports.lists(), ports.subscribers(), secrets.links().tokens());
        this.tell = new Tell(ports.posts(), ports.ranges(), ports.subscribers(),
                new Tell.Way(ports.notices(), ports.limits(),
                        new CancelLinks(secrets.ids(), secrets.links())),
                clock);
    }

    /**
     * A mail and the post that it is.
     *
     * @param incoming the mail, read
     * @param octets the mail, as it came
     * @param post the post as it was read from the table
     */
    record Case(Incoming incoming, Octets octets, Post post) {

        MailingList list() {
            return incoming.list();
        }

        /** The post with what a listing shows of the mail, in that state. */
        Post in(PostState state) {
            return new Post(post.id(), post.list(), post.mail(),
                    new Post.Headline(text("From"), text("Subject"), octets.length()), post.parties(), state);
        }

        private String text(String field) {
            return HeaderText.decoded(incoming.own().value(field).orElse(""), MAX_HEADLINE);
        }
    }

    /** Does what the verdict says, and returns the word for it. */
    String carryOut(Verdict verdict, Case mail) {
        return switch (verdict) {
            case Verdict.Relay _ -> relay(mail, wished(mail.incoming()));
            case Verdict.Hold(var reason) -> hold(mail, reason);
            case Verdict.AskAuthor(var author) -> askAuthor(mail, author);
            case Verdict.Forward _ -> forward(mail);
            case Verdict.Reject(var author, var reason) -> reject(mail, author, reason);
            case Verdict.Discard(var reason) -> discard(mail, reason);
            case Verdict.Leave(var token) -> leave(mail, token);
            case Verdict.LeaveAs(var member) -> leave(mail, secrets.links().tokens().sign(new MembershipLink(
                    LinkPurpose.LEAVE_MAIL, mail.list().id(), secrets.ids().of(member))));
        };
    }

    /** When its author wants it to go out; long ago when they do not say. */
    private static Instant wished(Incoming incoming) {
        return switch (SendAt.of(incoming)) {
            case SendAt.At(var time) -> time;
            case SendAt.Unsaid _,SendAt.Unreadable _ -> Instant.MIN;
        };
    }

    /** Prepares the mail and starts its delivery, whenever its author wanted that. */
    String relay(Case mail) {
        return relay(mail, Instant.MIN);
    }

    /** Prepares the mail, and starts its delivery or lets it wait for its time; "settled" when the post's state changed in between. */
    private String relay(Case mail, Instant wished) {
        var read = mail.in(mail.post().state()).with(parties(mail.incoming()));
        if (!read.equals(mail.post()) && !ports.posts().replace(mail.post(), read)) {
            return "settled";
        }
        var key = read.id().preparedMail();
        ports.mails().put(key, preparation.prepare(mail.list(), read.id(), mail.octets()));
        var now = clock.instant();
        var departure = Departure.of(mail.list().dispatch(), !read.parties().poster().isEmpty(), wished, now);
        if (departure.isEmpty()) {
            return plan.start(read, key, now) ? "relayed" : "settled";
        }
        var waiting = read.with(
                new PostState.Waiting(key, departure.get().why(), departure.get().at(), List.of()));
        if (!ports.posts().replace(read, waiting)) {
            return "settled";
        }
        tell.about(mail.list(), waiting);
        return "waiting";
    }

    private Post.Parties parties(Incoming incoming) {
        return new Post.Parties(keys(incoming, "From"), keys(incoming, "To", "Cc"),
                incoming.sender() instanceof Sender.Proven(var author) ? List.of(author) : List.of());
    }

    private Set<SubscriberId> keys(Incoming incoming, String... fields) {
        return incoming.addressesIn(fields).stream().limit(MOST_PARTIES).map(secrets.ids()::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Queues what is left of a post whose delivery was planned. */
    void resume(Post post) {
        plan.resume(post.id());
    }

    private String hold(Case mail, Reason reason) {
        var send = token(mail, Action.SEND);
        var refuse = token(mail, Action.REFUSE);
        var waiting = waiting(mail, reason, Decider.OWNERS, List.of(send, refuse));
        if (!ports.posts().replace(mail.post(), mail.in(waiting))) {
            return "settled";
        }
        if (mayTellOwners(mail)) {
            var forwarded = forwarded(mail);
            for (var owner : mail.list().people().owners()) {
                ports.notices().send(new Notice.PostHeld(mail.list(), owner, forwarded, reason,
                        secrets.links().moderate(send), secrets.links().moderate(refuse), PATIENCE));
            }
        }
        ports.posts().replace(mail.in(waiting), mail.in(waiting.asTold()));
        return "held";
    }

    private String askAuthor(Case mail, EmailAddress author) {
        if (!ports.limits().allow(QUESTIONS, key("own post", mail, author), clock.instant())) {
            return hold(mail, Reason.of(Reason.Cause.UNPROVEN_AGAIN));
        }
        var confirm = token(mail, Action.CONFIRM);
        var disown = token(mail, Action.DISOWN);
        var waiting = waiting(mail, Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM), Decider.AUTHOR,
                List.of(confirm, disown));
        if (!ports.posts().replace(mail.post(), mail.in(waiting))) {
            return "settled";
        }
        ports.notices().send(new Notice.ConfirmOwnPost(mail.list(), author, mail.post().id().storedAt(),
                secrets.links().moderate(confirm), secrets.links().moderate(disown), PATIENCE));
        ports.posts().replace(mail.in(waiting), mail.in(waiting.asTold()));
        return "held";
    }

    /** What the post waits for. Links of an earlier run, which died before it told everybody, stay good: somebody may have got them. */
    private PostState.Held waiting(Case mail, Reason reason, Decider decider, List<ModerationToken> links) {
        var earlier = mail.post().state() instanceof PostState.Held held && !held.told() && held.decider() == decider
                ? held.links()
                : List.<TokenDigest>of();
        return new PostState.Held(reason, decider, earlier, false, mail.post().id().storedAt().plus(PATIENCE))
                .with(links.stream().map(ModerationToken::digest).toList());
    }

    private ModerationToken token(Case mail, Action action) {
        return ModerationToken.create(mail.post().id(), action, secrets.random());
    }

    private boolean mayTellOwners(Case mail) {
        return ports.limits().allow(OWNERS, "owners " + mail.list().id(), clock.instant());
    }

    private String key(String purpose, Case mail, EmailAddress address) {
        return secrets.ids().digest(purpose + " " + mail.list().id() + " " + address.compared());
    }

    private String forward(Case mail) {
        if (!mayTellOwners(mail)) {
            return discard(mail, Reason.of(Reason.Cause.FOR_OWNERS_KEPT));
        }
        var forwarded = forwarded(mail);
        for (var owner : mail.list().people().owners()) {
            ports.notices().send(new Notice.MailForOwners(mail.list(), owner, forwarded));
        }
        settle(mail, new PostState.Discarded(Reason.of(Reason.Cause.FOR_OWNERS)));
        return "forwarded";
    }

    /** The mail without the receiving side's block; without its text when it could not be attached to a mail that SES sends. */
    private static ForwardedMail forwarded(Case mail) {
        var incoming = mail.incoming();
        var attached = mail.octets().length() <= MAX_ATTACHED_BYTES
                && Judge.ofReleased().judge(incoming).verdict() instanceof Verdict.Relay
                        ? MimeWriter.toOctets(incoming.mail().with(incoming.own())).toByteArray()
                        : new byte[0];
        var shown = mail.in(mail.post().state()).headline();
        return new ForwardedMail(shown.author(), shown.subject(), MailContent.of(attached));
    }

    String reject(Case mail, EmailAddress author, Reason reason) {
        if (!ports.limits().allow(REJECTIONS, key("rejected", mail, author), clock.instant())) {
            return discard(mail, reason);
        }
        ports.notices()
                .send(new Notice.PostRejected(mail.list(), author, mail.in(mail.post().state()).headline().subject(),
                        mail.incoming().own().value("Message-ID").orElse(""), reason));
        settle(mail, new PostState.Rejected(reason));
        return "rejected";
    }

    String discard(Case mail, Reason reason) {
        settle(mail, new PostState.Discarded(reason));
        return "discarded";
    }

    private String leave(Case mail, String token) {
        unsubscribe.leave(token, LeaveWay.MAIL, clock.instant());
        settle(mail, new PostState.Discarded(Reason.of(Reason.Cause.LEAVE)));
        return "left";
    }

    /** Writes the last state. When another call was faster, its state stands. */
    private void settle(Case mail, PostState state) {
        ports.posts().replace(mail.post(), mail.in(state));
    }

    /** For a post whose list or mail is gone. */
    void discardUnread(Post post, Reason reason) {
        ports.posts().replace(post, post.with(new PostState.Discarded(reason)));
    }
}
