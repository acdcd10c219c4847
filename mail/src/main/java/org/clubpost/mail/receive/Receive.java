package org.clubpost.mail.receive;

import java.time.InstantSource;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.DeliveryQueue;
import org.clubpost.core.post.MailKey;
import org.clubpost.core.post.MailStore;
import org.clubpost.core.post.Plan;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.StoredMail;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.RateLimits;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.HeaderText;
import org.clubpost.mail.rule.Incoming;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.rule.Reason;
import org.clubpost.mail.rule.Surroundings;
import org.clubpost.mail.rule.Verdict;

/**
 * Takes in a mail that lies in the store: makes a post of it, judges it, prepares it and starts its delivery. Safe for use by many threads.
 *
 * <p>May be called any number of times for the same mail: the mail's place and time make the post's id, and the post's state says what is left to do. A post is
 * moved on only after what belongs to its state was done: the prepared mail is stored before the post is sending, and the author of a rejected mail is told
 * before it is rejected. A kill in between means that this is done again, and so at worst that a notice is sent twice, never that it is not sent.
 */
public final class Receive {

    private static final int MAX_HEADLINE = 200;

    private final Ports ports;
    private final Secrets secrets;
    private final Preparation preparation;
    private final InstantSource clock;
    private final Plan plan;
    private final Unsubscribe unsubscribe;
    private final Judge judge;

    /**
     * What receiving needs of the world.
     *
     * @param lists the lists
     * @param subscribers the members
     * @param posts the posts
     * @param mails where mails lie
     * @param queue where the ranges go
     * @param notices the way to those who have to be told
     * @param limits keeps us from flooding anybody
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, MailStore mails, DeliveryQueue queue,
            Notices notices, RateLimits limits) {}

    /**
     * What makes keys and links.
     *
     * @param ids the keys of people
     * @param links the links in mails
     * @param random a cryptographically strong source
     */
    public record Secrets(SubscriberIds ids, PublicLinks links, RandomGenerator random) {}

    /** What became of the mail. Holds nothing of the mail itself, so it can be logged. */
    public sealed interface Outcome {

        /** Nothing lies there, or it is no mail to a list, such as the notice that SES leaves when a receipt rule is made. */
        record NoMail() implements Outcome {}

        /**
         * The mail was for a list that does not exist. It is kept.
         *
         * @param list the name
         */
        record UnknownList(ListId list) implements Outcome {}

        /**
         * It is a post.
         *
         * @param list the list
         * @param post the post
         * @param what one word: relayed, held, rejected, discarded, left, forwarded; resumed when its delivery had been planned before; settled when there
         *            was nothing left to do
         * @param rule the rule that decided, or empty
         */
        record Taken(ListId list, PostId post, String what, String rule) implements Outcome {}
    }

    /** Receives for these ports. */
    public Receive(Ports ports, Secrets secrets, Preparation preparation, InstantSource clock) {
        this.ports = ports;
        this.secrets = secrets;
        this.preparation = preparation;
        this.clock = clock;
        this.plan = new Plan(ports.lists(), ports.posts(), ports.queue());
        this.unsubscribe = new Unsubscribe(ports.lists(), ports.subscribers(), secrets.links().tokens());
        this.judge = Judge.of(new Known());
    }

    private final class Known implements Surroundings {

        @Override
        public boolean isList(ListId id) {
            return ports.lists().find(id).isPresent();
        }

        @Override
        public boolean isMember(MailingList list, EmailAddress address) {
            return ports.subscribers().find(list.id(), secrets.ids().of(address))
                    .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed).isPresent();
        }
    }

    /**
     * Takes in the mail that lies there.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome receive(MailKey key) {
        if (key.inboundList().isEmpty()) {
            return new Outcome.NoMail();
        }
        var list = key.inboundList().get();
        return ports.mails().find(key).map(stored -> receive(list, key, stored)).orElseGet(Outcome.NoMail::new);
    }

    private Outcome receive(ListId name, MailKey key, StoredMail stored) {
        var id = PostId.of(stored.storedAt(), key);
        var fresh = new Post(id, name, key, Post.UNREAD, new PostState.Received());
        var post = ports.posts().create(fresh) ? fresh : ports.posts().find(id).orElse(fresh);
        return switch (post.state()) {
            case PostState.Received _ -> ports.lists().find(name)
                    .map(list -> judge(list, post, stored))
                    .orElseGet(() -> ofUnknownList(post));
            case PostState.Sending _ -> {
                plan.resume(id);
                yield new Outcome.Taken(name, id, "resumed", "");
            }
            case PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Done _ ->
                new Outcome.Taken(name, id, "settled", "");
        };
    }

    private Outcome ofUnknownList(Post post) {
        settle(post, new PostState.Discarded(Reason.of(Reason.Cause.NO_LIST).in(Locale.ENGLISH)));
        return new Outcome.UnknownList(post.list());
    }

    private Outcome judge(MailingList list, Post post, StoredMail stored) {
        var size = stored.content().sizeBytes();
        var mail = MimeParser.parse(Octets.of(stored.content().toByteArray()));
        var incoming = Incoming.of(post.id(), list, mail, size);
        var read = post.with(headline(incoming));
        var judgement = judge.judge(incoming);
        var what = carryOut(judgement.verdict(), incoming, read);
        return new Outcome.Taken(list.id(), post.id(), what, judgement.rule());
    }

    private static Post.Headline headline(Incoming mail) {
        return new Post.Headline(HeaderText.decoded(mail.own().value("From").orElse(""), MAX_HEADLINE),
                HeaderText.decoded(mail.own().value("Subject").orElse(""), MAX_HEADLINE), mail.sizeBytes());
    }

    private String carryOut(Verdict verdict, Incoming mail, Post post) {
        var language = mail.list().profile().language();
        return switch (verdict) {
            case Verdict.Relay _ -> relay(mail, post);
            case Verdict.Hold(var reason) -> hold(post, reason.in(language));
            case Verdict.AskAuthor _ -> hold(post, Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM).in(language));
            case Verdict.Forward _ -> hold(post, Reason.of(Reason.Cause.FOR_OWNERS).in(language));
            case Verdict.Reject(var author, var reason) -> reject(mail, post, author, reason.in(language));
            case Verdict.Discard(var reason) -> {
                settle(post, new PostState.Discarded(reason.in(language)));
                yield "discarded";
            }
            case Verdict.Leave(var token) -> leave(post, token, language);
            case Verdict.LeaveAs(var member) -> leave(post, secrets.links().tokens().sign(
                    new MembershipLink(LinkPurpose.LEAVE_MAIL, post.list(), secrets.ids().of(member))), language);
        };
    }

    private String relay(Incoming mail, Post post) {
        settle(post, new PostState.Received());
        var key = MailKey.prepared(post.id());
        ports.mails().put(key, preparation.prepare(mail.list(), mail.mail()));
        return plan.start(post, key, clock.instant()) ? "relayed" : "settled";
    }

    private String hold(Post post, String reason) {
        settle(post, new PostState.Held(reason));
        return "held";
    }

    private String reject(Incoming mail, Post post, EmailAddress author, String reason) {
        ports.notices().send(new Notice.PostRejected(mail.list(), author, post.headline().subject(),
                mail.own().value("Message-ID").orElse(""), reason));
        settle(post, new PostState.Rejected(reason));
        return "rejected";
    }

    private String leave(Post post, String token, Locale language) {
        unsubscribe.leave(token, LeaveWay.MAIL, clock.instant());
        settle(post, new PostState.Discarded(Reason.of(Reason.Cause.LEAVE).in(language)));
        return "left";
    }

    /** Writes the state and the headline. When another call was faster, its state stands. */
    private void settle(Post post, PostState state) {
        ports.posts().replace(new Post(post.id(), post.list(), post.mail(), Post.UNREAD, new PostState.Received()),
                post.with(state));
    }
}
