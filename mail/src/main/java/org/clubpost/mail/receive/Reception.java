package org.clubpost.mail.receive;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Reconsider;
import org.clubpost.core.care.Sweep;
import org.clubpost.core.care.Tell;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.feedback.ReturnPaths;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.AskAuthor;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.Expiry;
import org.clubpost.core.moderation.HoldForOwners;
import org.clubpost.core.moderation.HourlyAnswers;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Reject;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.moderation.TakeBack;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.SendGathered;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.subscription.ConfirmByReply;
import org.clubpost.core.subscription.CountSignUps;
import org.clubpost.core.subscription.FreshLink;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.Invite;
import org.clubpost.core.subscription.OfferToLeave;
import org.clubpost.core.subscription.Share;
import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.mail.command.admin.Desk;
import org.clubpost.mail.token.PersonalLinks;

/**
 * Puts together, once, the parts that take mails in and the parts that decide about mails that wait. Both use the same
 * parts, so a mail that is let go on is treated like any other.
 */
public final class Reception {

    private final Stores stores;
    private final Ways ways;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Preparation preparation;
    private final Obedience obedience;
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
     * @param requests the requests to join that wait for their mail
     * @param wordings the words that people agreed to
     * @param funnel how many join
     * @param deleted finds a list that was deleted and can come back
     */
    public record Stores(Lists lists, Subscribers subscribers, Posts posts, MailStore mails, SeenMails seen,
            RecentMails recent, SignUpRequests requests, Wordings wordings, Funnel funnel,
            Function<ListId, Optional<MailingList>> deleted) {

        /** Where no list is ever deleted. */
        public Stores(Lists lists, Subscribers subscribers, Posts posts, MailStore mails, SeenMails seen,
                RecentMails recent, SignUpRequests requests, Wordings wordings, Funnel funnel) {
            this(lists, subscribers, posts, mails, seen, recent, requests, wordings, funnel, _ -> Optional.empty());
        }

        /** The same, where what becomes of posts is that deed. */
        private Stores by(Deed deed) {
            return new Stores(lists, subscribers, posts.by(deed), mails, seen, recent, requests, wordings,
                    funnel, deleted);
        }
    }

    /**
     * The ways by which mails leave.
     *
     * @param plan starts deliveries
     * @param tell says what becomes of posts that go out
     * @param people the way to people
     * @param largest the size of the largest mail that the way out takes, in octets, as known at the moment
     * @param cameBack told of what came back, by a report that was found to be about a mail of ours
     * @param operators to whom goes what is for whoever runs the installation
     */
    public record Ways(Plan plan, Tell tell, Tell.Way people, LongSupplier largest, Consumer<Feedback> cameBack,
            Supplier<List<EmailAddress>> operators) {

        /** Ways where nobody is known who runs the installation. */
        public Ways(Plan plan, Tell tell, Tell.Way people, LongSupplier largest, Consumer<Feedback> cameBack) {
            this(plan, tell, people, largest, cameBack, List::of);
        }

        /** Ways where nothing comes back by mail. */
        public Ways(Plan plan, Tell tell, Tell.Way people, LongSupplier largest) {
            this(plan, tell, people, largest, _ -> {
            });
        }

        /** Ways of which the last one takes mails of any size. */
        public Ways(Plan plan, Tell tell, Tell.Way people) {
            this(plan, tell, people, () -> Long.MAX_VALUE);
        }

        /** The same, where starting a delivery is that deed. */
        private Ways by(Deed deed) {
            return new Ways(plan.by(deed), tell, people, largest, cameBack, operators);
        }
    }

    /**
     * What commands of those who run a list need besides.
     *
     * @param ranges how far posts are
     * @param log what was done
     * @param tasks the mails that follow from it
     * @param texts what only owners see of members
     */
    public record Office(Ranges ranges, ActLog log, NoteTasks tasks, MemberTexts texts) {}

    /** Puts the parts together, and has the owners carry out commands themselves. */
    public Reception(Stores stores, Ways ways, Secrets secrets, Preparation preparation, InstantSource clock) {
        this(stores, ways, secrets, preparation, clock, Optional.empty());
    }

    /** Puts the parts together. */
    public Reception(Stores stores, Ways ways, Secrets secrets, Preparation preparation, Office office,
            InstantSource clock) {
        this(stores, ways, secrets, preparation, clock, Optional.of(office));
    }

    private Reception(Stores stores, Ways ways, Secrets secrets, Preparation preparation, InstantSource clock,
            Optional<Office> office) {
        this.stores = stores;
        this.ways = ways;
        this.clock = clock;
        this.secrets = secrets;
        this.preparation = preparation;
        this.known = new Known(stores, secrets, clock);
        this.links = new DecisionLinks(secrets.ids(), secrets.links());
        this.obedience = office.<Obedience>map(this::obedience)
                .orElseGet(() -> new Obedience.PassedOn(forward(new Discard(stores.posts()))));
        this.carryOut = carryOut(stores, ways);
    }

    private CarryOut carryOut(Stores stores, Ways ways) {
        var reject = reject(stores);
        var discard = new Discard(stores.posts());
        var unanswered = new Unanswered(stores.recent());
        return new CarryOut(new Relay(stores, ways, secrets.ids(), preparation, clock),
                new HoldForOwners(stores.posts(), stores.seen(), ways.people(), secrets, clock),
                new AskAuthor(stores.posts(), stores.seen(), unanswered, ways.people(), secrets, clock), reject,
                discard,
                forward(discard),
                new LeaveList(new Unsubscribe(stores.lists(), stores.subscribers(), secrets.links().tokens()),
                        new OfferToLeave(stores.subscribers(), unanswered, ways.people().notices(), secrets.ids(),
                                secrets.links(), clock),
                        secrets, reject, discard, clock),
                new TakeReports(
                        new Marks(new ReturnPaths(stores.lists(), stores.subscribers(),
                                secrets.links().tokens().bounces()), secrets.links().tokens()),
                        secrets.ids(), ways.cameBack(), discard),
                obedience,
                new ServeCommand(desk(secrets, unanswered), new HourlyAnswers(stores.seen(), secrets, clock), reject,
                        discard, clock),
                secrets.ids());
    }

    private ForwardToOwners forward(Discard discard) {
        return new ForwardToOwners(ways.people().owners(), secrets.ids(), discard, ways.operators());
    }

    /** What decides about held posts needs what carries out commands, so it is made when it is needed. */
    private ObeyOwners obedience(Office office) {
        var ids = secrets.ids();
        var control = new Control(stores.posts(), office.ranges(), clock);
        var tools = new Desk.Tools(stores.lists(), stores.subscribers(), stores.posts(), office.log(),
                new KeepMembers(stores.subscribers(), ids, office.log(), clock),
                new AnswerApplicants(stores.subscribers(), ids, office.tasks(), clock),
                new InvitePeople(new Invite(stores.subscribers(), stores.requests(), ways.people().limits(), ids)),
                new Undo(new Undo.Ports(stores.lists(), stores.subscribers(), office.texts(), stores.posts(),
                        office.log(), people(office).keep()), ids, clock),
                () -> moderate(control), links, clock);
        var people = ways.people();
        return new ObeyOwners(tools, known,
                new ObeyOwners.Way(people.notices(), people.limits(), people.owners()), ids,
                new Discard(stores.posts()));
    }

    private Appoint people(Office office) {
        return new Appoint(new Appoint.Ports(stores.lists(), office.log(), ways.people().notices(), secrets.links(),
                ways.people().limits(), secrets.ids()), clock);
    }

    private Reject reject(Stores stores) {
        return new Reject(stores.posts(), stores.seen(), ways.people(), secrets, clock);
    }

    private ServeCommand.Desk desk(Secrets secrets, Unanswered unanswered) {
        var people = ways.people();
        var share = new Share(secrets.ids(), unanswered);
        var confirm = new Confirm(stores.lists(), stores.subscribers(), people.notices(), people.owners(),
                secrets.links(), share);
        return new ServeCommand.Desk(
                new Subscribe(stores.lists(), people.limits(), stores.requests(), secrets.ids(), stores.wordings()),
                new ConfirmByReply(stores.lists(), stores.subscribers(), confirm,
                        new FreshLink(confirm, stores.requests(), share), new CountSignUps(stores.funnel(), clock)),
                people.notices(), secrets.links());
    }

    /** Takes mails in. */
    public Receive receive() {
        return new Receive(stores, ways.plan(), known, carryOut, clock);
    }

    /** Decides about posts that wait. */
    public Moderate moderate(Control control) {
        return new Moderate(new Moderate.Ports(stores.lists(), stores.posts(), waitingMails(), links), ways.plan(),
                reject(stores),
                new TakeBack(control, ways.people().links()), clock);
    }

    /** Looks once more at posts whose time has come. */
    public Reconsider reconsider() {
        return new ReconsiderLate(stores, known, carryOut);
    }

    /** Looks after posts that wait. */
    public Sweep sweep() {
        return new Sweep(stores.lists(), stores.posts(),
                new Expiry(stores.posts(), waitingMails(), ways.people().owners(), reject(stores)), clock);
    }

    /** Tells owners what was gathered. */
    public SendGathered sendGathered(GatheredNews news) {
        return new SendGathered(stores.lists(), new SendGathered.Stored(stores.subscribers(), stores.posts(), (list,
                post) -> stores.mails().find(post.mail()).map(mail -> ReceivedMail
                        .read(list, post, mail, new PersonalLinks(known.links()), stores.lists()).forwarded())),
                news, new SendGathered.Way(ways.people().notices(), links, ways.people().limits()), clock);
    }

    private StoredHeldMails waitingMails() {
        return new StoredHeldMails(stores.mails(), receive(), known, carryOut,
                deed -> carryOut(stores.by(deed), ways.by(deed)));
    }
}
