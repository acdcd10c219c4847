package org.clubpost.mail.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Recovery;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.consent.InMemoryWordings;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.InMemoryGatheredNews;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.AnswerSignUps;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.core.subscription.Share;
import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.verdict.SampleMail;

/** All ports in memory, and a preparation that can be told from the mail. */
final class World {

    private List<EmailAddress> operators = List.of();

    private long largest = Long.MAX_VALUE;
    private final Random random = new Random(1);
    private final FixedClock clock = new FixedClock();
    private final InMemoryLists lists = new InMemoryLists();
    final InMemoryActLog actLog = new InMemoryActLog();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists, actLog, clock);
    private final InMemoryPosts posts = new InMemoryPosts(actLog, clock);
    final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    final InMemorySignUpRequests requests = new InMemorySignUpRequests();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);
    private final CollectingQueue queue = new CollectingQueue();
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemorySeenMails seen = new InMemorySeenMails();
    private final InMemoryRecentMails recent = new InMemoryRecentMails();
    private final InMemoryFunnel funnel = new InMemoryFunnel();
    private final InMemoryWordings wordings = new InMemoryWordings();
    private final InMemoryGatheredNews news = new InMemoryGatheredNews();
    private final InMemoryRateLimits limits = new InMemoryRateLimits();
    private final PublicLinks links = new PublicLinks(URI.create("https://lists.example.org"), new MembershipTokens(
            new SigningKeys(1, Map.of(1,
                    new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(US_ASCII), "HmacSHA256")))));

    /** What came back by mail. */
    final List<Feedback> cameBack = new ArrayList<>();

    private Runnable beforePreparing = () -> {
    };

    private final Map<ListId, MailingList> deleted = new HashMap<>();

    World(MailingList list) {
        lists.create(list);
    }

    Receive receive() {
        return reception(eternal()).receive();
    }

    /** Receives, and dies right after that many calls of ports had their effect. */
    Receive dyingAfter(int calls) {
        return reception(after(calls)).receive();
    }

    /** Receives, and dies instead of that call of a port. */
    Receive dyingAt(int call) {
        return reception(new AtomicInteger(2 * call - 1)).receive();
    }

    /** From now on that happens whenever a mail is prepared. */
    void whenPreparing(Runnable fault) {
        beforePreparing = fault;
    }

    /** Moderates in this world. */
    Moderate moderate() {
        return moderate(eternal());
    }

    /** Moderates, and dies right after that many calls of ports had their effect. */
    Moderate moderateDyingAfter(int calls) {
        return moderate(after(calls));
    }

    /** A call takes two steps, so that a life can end between two calls as well as right after one. */
    private static AtomicInteger after(int calls) {
        return new AtomicInteger(2 * calls);
    }

    /** More calls than a test makes. */
    private static AtomicInteger eternal() {
        return new AtomicInteger(Integer.MAX_VALUE);
    }

    private Moderate moderate(AtomicInteger left) {
        return reception(left).moderate(
                new Control(mortal(Posts.class, posts, left), mortal(Ranges.class, ranges, left), clock));
    }

    /** From now on the way out takes no larger mails. */
    void takesAtMost(long octets) {
        largest = octets;
    }

    /** A round of the schedule that takes up what stayed received. */
    int recover() {
        return new Recovery(lists, posts, new Recovery.Limits(50, Duration.ofSeconds(30)), clock).recover(post -> {
            try {
                receive().takeUp(post.id());
                return true;
            } catch (UnavailableException failed) {
                return false; // Such as a mail that waits for the first one with the same text.
            }
        });
    }

    /** Answers what was asked for by mail, as the form's requests are answered. */
    int answerSignUps() {
        return new AnswerSignUps(
                new AnswerSignUps.Ports(lists, subscribers, requests, limits, notices, wordings),
                new Share(SampleSubscribers.IDS, new Unanswered(recent)), links, random, clock).run();
    }

    /** Tells owners what was gathered in this world. */
    int tellGathered() {
        return reception(eternal()).sendGathered(news).run();
    }

    /** Sweeps in this world. */
    int sweep() {
        return reception(eternal()).sweep().sweep();
    }

    /** A round of the schedule that sends posts at their time. */
    int supervise() {
        return supervise(eternal());
    }

    /** The same, which dies right after that many calls of ports had their effect. */
    int superviseDyingAfter(int calls) {
        return supervise(after(calls));
    }

    private int supervise(AtomicInteger left) {
        var living = mortal(Posts.class, posts, left);
        var people = new Tell.Way(mortal(Notices.class, notices, left), limits,
                new CancelLinks(SampleSubscribers.IDS, links), new Owners(notices, limits, news, clock));
        return new Supervise(lists, living,
                new Plan(lists, living, mortal(Ranges.class, ranges, left), mortal(DeliveryQueue.class, queue, left)),
                new Tell(living, ranges, subscribers, people, clock), reception(left).reconsider(), clock).tend();
    }

    /** The list is deleted, and can come back. */
    void delete(MailingList list) {
        deleted.put(list.id(), list);
        lists.remove(list.id());
    }

    private Reception reception(AtomicInteger left) {
        var ids = SampleSubscribers.IDS;
        var livingLists = mortal(Lists.class, lists, left);
        var members = mortal(Subscribers.class, subscribers, left);
        var livingPosts = mortal(Posts.class, posts, left);
        var livingRanges = mortal(Ranges.class, ranges, left);
        var livingNotices = mortal(Notices.class, notices, left);
        var livingLimits = mortal(RateLimits.class, limits, left);
        var people = new Tell.Way(livingNotices, livingLimits, new CancelLinks(ids, links),
                new Owners(livingNotices, livingLimits, mortal(GatheredNews.class, news, left), clock));
        return new Reception(
                new Reception.Stores(livingLists, members, livingPosts, mortal(MailStore.class, mails, left),
                        mortal(SeenMails.class, seen, left), mortal(RecentMails.class, recent, left),
                        mortal(SignUpRequests.class, requests, left), wordings, funnel,
                        id -> Optional.ofNullable(deleted.get(id))),
                new Reception.Ways(
                        new Plan(livingLists, livingPosts, livingRanges, mortal(DeliveryQueue.class, queue, left)),
                        new Tell(livingPosts, livingRanges, members, people, clock), people, () -> largest,
                        cameBack::add, () -> operators),
                new Secrets(ids, links, random), (list, post, mail) -> {
                    beforePreparing.run();
                    var prepared = prepared(list, post, mail);
                    return new Preparation.Prepared(prepared, prepared.sizeBytes());
                },
                new Reception.Office(livingRanges, mortal(ActLog.class, actLog, left),
                        mortal(NoteTasks.class, tasks, left), new InMemoryMemberTexts()),
                clock);
    }

    /** These run the installation. */
    void operators(EmailAddress... those) {
        operators = List.of(those);
    }

    private static MailContent prepared(MailingList list, Post post, Entity mail) {
        return MailContent
                .of(("prepared for " + String.join("+", list.addresses(post.parties().audience()).stream()
                        .map(EmailAddress::localPart).toList()) + ":" + MimeWriter.toOctets(mail).latin1())
                        .getBytes(ISO_8859_1));
    }

    /** The port, which dies after so many steps together with all others that count with the same counter. */
    private static <P> P mortal(Class<P> port, P real, AtomicInteger stepsLeft) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, arguments) -> {
            if (method.getName().equals("by")) {
                return mortal(port, port.cast(method.invoke(real, arguments)), stepsLeft);
            }
            if (stepsLeft.get() < 2) {
                throw new UnavailableException("died");
            }
            try {
                var result = method.invoke(real, arguments);
                if (stepsLeft.addAndGet(-2) == 0) {
                    throw new UnavailableException("died");
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    void store(MailKey key, SampleMail mail) {
        mails.put(key, MailContent.of(mail.text().getBytes(ISO_8859_1)));
    }

    String stored(MailKey key) {
        return new String(mails.find(key).orElseThrow().content().toByteArray(), ISO_8859_1);
    }

    void add(MailingList list) {
        lists.create(list);
    }

    Optional<Subscriber> find(String address) {
        return subscribers.find(new ListId("news"), SampleSubscribers.IDS.of(EmailAddress.of(address)))
                .map(Stored::subscriber);
    }

    void change(MailingList list) {
        lists.replace(lists.find(list.id()).orElseThrow(), list);
    }

    void join(String address, GroupName... groups) {
        subscribers.create(SampleSubscribers.aMember(new ListId("news"), address).in(Set.of(groups)));
    }

    MembershipTokens tokens() {
        return links.tokens();
    }

    SubscriberStatus status(String address) {
        return SubscriberStatus
                .of(subscribers.find(new ListId("news"), SampleSubscribers.IDS.of(EmailAddress.of(address)))
                        .orElseThrow().subscriber());
    }

    InMemorySubscribers subscribers() {
        return subscribers;
    }

    Post onlyPost() {
        return posts.of(new ListId("news")).findFirst().orElseThrow();
    }

    InMemoryRanges ranges() {
        return ranges;
    }

    InMemoryPosts posts() {
        return posts;
    }

    InMemoryMailStore mails() {
        return mails;
    }

    CollectingQueue queue() {
        return queue;
    }

    CollectingNotices notices() {
        return notices;
    }

    PublicLinks links() {
        return links;
    }

    FixedClock clock() {
        return clock;
    }
}
