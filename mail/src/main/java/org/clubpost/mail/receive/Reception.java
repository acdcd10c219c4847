package org.clubpost.mail.receive;

import java.time.InstantSource;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Sweep;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.list.Lists;
import org.clubpost.core.moderation.AskAuthor;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.Expiry;
import org.clubpost.core.moderation.HoldForOwners;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Reject;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.moderation.TakeBack;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.SendGathered;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.OfferToLeave;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.mail.token.PersonalLinks;

/**
 * Puts together, once, the parts that take mails in and the parts that decide about mails that wait. Both use the same
 * parts, so a mail that is let go on is treated like any other.
 */
public final class Reception {

    private final Stores stores;
    private final Ways ways;
    private final InstantSource clock;
    private final Reject reject;
    private final CarryOut carryOut;
    private final Known known;
    private final DecisionLinks links;

    /**
     * What is stored.
     *
     * @param lists the lists
     * @param subscribers the members
     * @param posts the posts
     * @param mails where mails lie
     * @param seen which mails went to which lists lately
     * @param recent which mails people got lately of whom nothing is proven
     */
    public record Stores(Lists lists, Subscribers subscribers, Posts posts, MailStore mails, SeenMails seen,
            RecentMails recent) {}

    /**
     * The ways by which mails leave.
     *
     * @param plan starts deliveries
     * @param tell says what becomes of posts that go out
     * @param people the way to people
     */
    public record Ways(Plan plan, Tell tell, Tell.Way people) {}

    /** Puts the parts together. */
    public Reception(Stores stores, Ways ways, Secrets secrets, Preparation preparation, InstantSource clock) {
        this.stores = stores;
        this.ways = ways;
        this.clock = clock;
        this.known = new Known(stores, secrets, clock);
        this.reject = new Reject(stores.posts(), stores.seen(), ways.people(), secrets, clock);
        var discard = new Discard(stores.posts());
        var unanswered = new Unanswered(stores.recent());
        this.carryOut = new CarryOut(new Relay(stores, ways, secrets.ids(), preparation, clock),
                new HoldForOwners(stores.posts(), stores.seen(), ways.people(), secrets, clock),
                new AskAuthor(stores.posts(), stores.seen(), unanswered, ways.people(), secrets, clock), reject,
                discard,
                new ForwardToOwners(ways.people().owners(), secrets.ids(), discard),
                new LeaveList(new Unsubscribe(stores.lists(), stores.subscribers(), secrets.links().tokens()),
                        new OfferToLeave(stores.subscribers(), unanswered, ways.people().notices(), secrets.ids(),
                                secrets.links(), clock),
                        secrets, discard, clock),
                secrets.ids());
        this.links = new DecisionLinks(secrets.ids(), secrets.links());
    }

    /** Takes mails in. */
    public Receive receive() {
        return new Receive(stores, ways.plan(), known, carryOut, clock);
    }

    /** Decides about posts that wait. */
    public Moderate moderate(Control control) {
        return new Moderate(new Moderate.Ports(stores.lists(), stores.posts(), waitingMails()), ways.plan(), reject,
                new TakeBack(control, ways.people().links()), clock);
    }

    /** Looks after posts that wait. */
    public Sweep sweep() {
        return new Sweep(stores.lists(), stores.posts(),
                new Expiry(stores.posts(), waitingMails(), ways.people().owners(), reject), clock);
    }

    /** Tells owners what was gathered. */
    public SendGathered sendGathered(GatheredNews news) {
        return new SendGathered(stores.lists(), new SendGathered.Stored(stores.subscribers(), stores.posts(), (list,
                post) -> stores.mails().find(post.mail()).map(mail -> ReceivedMail
                        .read(list, post, mail, new PersonalLinks(known.links())).forwarded())),
                news, new SendGathered.Way(ways.people().notices(), links), clock);
    }

    private StoredHeldMails waitingMails() {
        return new StoredHeldMails(stores.mails(), receive(), known, carryOut);
    }
}
