package org.clubpost.mail.receive;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.Incoming;
import org.clubpost.mail.rule.Judge;

/**
 * Takes in a mail that lies in the store: makes a post of it, judges it, prepares it and starts its delivery. Safe for use by many threads.
 *
 * <p>May be called any number of times for the same mail: the mail's place and time make the post's id, and the post's state says what is left to do. A post is
 * moved on only after what belongs to its state was done: the prepared mail is stored before the post is sending, and the author of a rejected mail is told
 * before it is rejected. A kill in between means that this is done again, and so at worst that a notice is sent twice, never that it is not sent.
 */
public final class Receive {

    private final Ports ports;
    private final Disposal disposal;
    private final Judge judge;

    /**
     * What receiving needs of the world.
     *
     * @param lists the lists
     * @param subscribers the members
     * @param posts the posts
     * @param ranges their ranges
     * @param mails where mails lie
     * @param queue where the ranges go
     * @param notices the way to those who have to be told
     * @param limits keeps us from flooding anybody
     * @param seen which mails went to which lists of late
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, Ranges ranges, MailStore mails,
            DeliveryQueue queue,
            Notices notices, RateLimits limits, SeenMails seen) {}

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
         * @param what one word: relayed, waiting (for its time), held, rejected, discarded, left, forwarded; resumed when its delivery had been planned before; settled when there
         *            was nothing left to do
         * @param rule the rule that decided, or empty
         */
        record Taken(ListId list, PostId post, String what, String rule) implements Outcome {}
    }

    /** Receives for these ports. */
    public Receive(Ports ports, Secrets secrets, Preparation preparation, InstantSource clock) {
        this.ports = ports;
        this.disposal = new Disposal(ports, secrets, preparation, clock);
        this.judge = Judge.of(new Known(ports, secrets, clock));
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
        var fresh = Post.unread(id, name, key);
        var post = ports.posts().create(fresh) ? fresh : ports.posts().find(id).orElse(fresh);
        return switch (post.state()) {
            case PostState.Received _ -> judge(post, stored);
            case PostState.Held held when !held.told() -> judge(post, stored);
            case PostState.Sending _ -> {
                disposal.resume(post);
                yield new Outcome.Taken(name, id, "resumed", "");
            }
            case PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Paused _,PostState.Parked _,PostState.Resumed _,PostState.Cancelled _,PostState.Done _ ->
                new Outcome.Taken(name, id, "settled", "");
        };
    }

    private Outcome judge(Post post, StoredMail stored) {
        var list = ports.lists().find(post.list());
        if (list.isEmpty()) {
            disposal.discardUnread(post, Reason.of(Reason.Cause.NO_LIST));
            return new Outcome.UnknownList(post.list());
        }
        var mail = read(list.get(), post, stored);
        var judgement = judge.judge(mail.incoming());
        return new Outcome.Taken(post.list(), post.id(), disposal.carryOut(judgement.verdict(), mail),
                judgement.rule());
    }

    /** Reads the mail of a post. */
    static Disposal.Case read(MailingList list, Post post, StoredMail stored) {
        var octets = Octets.of(stored.content().toByteArray());
        return new Disposal.Case(Incoming.of(post.id(), list, MimeParser.parse(octets), octets.length()), octets, post);
    }
}
