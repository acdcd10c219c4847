package org.clubpost.core.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.care.SampleTells;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * A list with members, one post to it, and everything in memory: what the tests of planning and delivering have in
 * common.
 */
public final class Delivery {

    public static final int BATCH = 4;
    public static final Deliver.Settings SETTINGS = new Deliver.Settings(BATCH, BATCH,
            new Deliver.Times(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
                    Duration.ofMinutes(15)),
            RetryPolicy.PATIENT);

    public final MailingList news = SampleLists.aList();
    public final FixedClock clock = new FixedClock();
    public final InMemoryLists lists = new InMemoryLists(news);
    public final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    public final InMemoryPosts posts = new InMemoryPosts();
    public final InMemoryRanges ranges = new InMemoryRanges(posts);
    public final CollectingQueue queue = new CollectingQueue();
    public final CollectingOutbox outbox = new CollectingOutbox();
    public final CollectingNotices notices = new CollectingNotices();
    public final InMemorySentIds sentIds = new InMemorySentIds();
    public final Post received = SamplePosts.aPost(news.id());
    public final List<Subscriber.Confirmed> members;
    public boolean halted;
    public SendPermits permits = SendPermits.unlimited();
    private Deliver.Settings settings = SETTINGS;
    private int workers;

    /** A list with so many members. */
    public Delivery(int members) {
        this.members = SampleSubscribers.members(news.id(), members);
        subscribers.with(this.members);
        posts.create(received);
    }

    /** A list with so many members, whose addresses are at these domains in turn. */
    public Delivery(int members, String... domains) {
        this.members = IntStream.range(0, members)
                .mapToObj(i -> SampleSubscribers.aMember(news.id(),
                        SampleSubscribers.aPerson(new SubscriberId("%08x".formatted(i).repeat(4)),
                                "member" + i + "@" + domains[i % domains.length])))
                .toList();
        subscribers.with(this.members);
        posts.create(received);
    }

    /** Puts the post into so many ranges as these bits say. */
    public Delivery planned(int bits) {
        var fresh = SamplePosts.freshRanges(received, bits);
        fresh.add(DeliveryRange.secondChances(news.id(), received.id()));
        ranges.plan(received, received.with(SamplePosts.aSending(received.id(), 1 << bits)), fresh);
        return this;
    }

    /** Whatever was before, it is in that state now. */
    public Delivery put(PostState state) {
        var post = posts.find(received.id()).orElseThrow();
        posts.replace(post, post.with(state));
        return this;
    }

    /** Of a list that does not send again what may have been sent. */
    public Delivery leavingUnclear() {
        lists.replace(news, news.with(new Dispatch(Duration.ZERO, QuietHours.NONE,
                Dispatch.Report.POSTER, false)));
        return this;
    }

    /** With leases of that length. */
    public Delivery leasedFor(Duration lease) {
        var times = settings.times();
        settings = new Deliver.Settings(settings.window(), settings.concurrency(),
                new Deliver.Times(lease, times.margin(), times.rest(), times.parked()), settings.retries());
        return this;
    }

    /** With a window of that many members. */
    public Delivery inWindowsOf(int members) {
        settings = new Deliver.Settings(members, BATCH, SETTINGS.times(), SETTINGS.retries());
        return this;
    }

    /** With one copy under way at a time. */
    public Delivery oneAtATime() {
        settings = new Deliver.Settings(BATCH, 1, SETTINGS.times(), SETTINGS.retries());
        return this;
    }

    /** Tells people by {@link #notices}. */
    public Tell tell() {
        return SampleTells.aTell(posts, ranges, subscribers, notices, clock);
    }

    public RangeRef ref(int index) {
        return new RangeRef(news.id(), received.id(), index);
    }

    public DeliveryRange range(int index) {
        return ranges.of(received.id()).get(index);
    }

    public PostState state() {
        return posts.find(received.id()).orElseThrow().state();
    }

    public Deliver deliver() {
        return deliver(Life.eternal(), (_, _) -> mail(Delivery::copyFor));
    }

    /** Of a worker that sees the posts so. */
    public Deliver deliver(Posts seen) {
        return new Deliver(ports(Life.eternal(), seen, ranges, (_, _) -> mail(Delivery::copyFor)), settings, clock);
    }

    /** Of a worker that sees the ranges so. */
    public Deliver deliver(Ranges seen) {
        return new Deliver(ports(Life.eternal(), posts, seen, (_, _) -> mail(Delivery::copyFor)), settings, clock);
    }

    public Deliver deliver(PreparedMails prepared) {
        return deliver(Life.eternal(), prepared);
    }

    public Deliver deliver(Life life) {
        return deliver(life, (_, _) -> mail(Delivery::copyFor));
    }

    /** A prepared mail with that Message-ID whose copies are made in that way. */
    public static PreparedMail mail(Function<Subscriber.Confirmed, MailContent> copies) {
        return mail(copies, 0);
    }

    /** The same, of that size. */
    public static PreparedMail mail(Function<Subscriber.Confirmed, MailContent> copies, long octets) {
        return new PreparedMail() {

            @Override
            public String messageId() {
                return "post@club.example";
            }

            @Override
            public MailContent copyFor(Subscriber.Confirmed member) {
                return copies.apply(member);
            }

            @Override
            public long sizeBytes() {
                return octets;
            }
        };
    }

    private Deliver deliver(Life life, PreparedMails prepared) {
        return new Deliver(ports(life, posts, ranges, prepared), settings, clock);
    }

    private Deliver.Ports ports(Life life, Posts posts, Ranges ranges, PreparedMails prepared) {
        return new Deliver.Ports(life.of(Lists.class, lists), life.of(Subscribers.class, subscribers),
                life.of(Posts.class, posts), life.of(Ranges.class, ranges), life.of(PreparedMails.class, prepared),
                way(life),
                life.of(DeliveryQueue.class, queue), life.of(SentIds.class, sentIds), _ -> halted);
    }

    private Deliver.Way way(Life life) {
        return new Deliver.Way(life.of(Outbox.class, outbox), permits, this::waitUntil, new Random(1));
    }

    /** Nobody waits for real. */
    private synchronized void waitUntil(Instant when) {
        if (clock.instant().isBefore(when)) {
            clock.set(when);
        }
    }

    public Plan plan(Life life) {
        return new Plan(life.of(Lists.class, lists), life.of(Posts.class, posts), life.of(Ranges.class, ranges),
                life.of(DeliveryQueue.class, queue));
    }

    /** One attempt of a new worker with hours of time. */
    public Deliver.Outcome attempt(Deliver deliver, int index) {
        return deliver.deliver(ref(index), newWorker(), clock.instant().plus(Duration.ofHours(3)));
    }

    public Deliver.Outcome attempt(int index) {
        return attempt(deliver(), index);
    }

    public String newWorker() {
        return "worker " + ++workers;
    }

    public static MailContent copyFor(Subscriber.Confirmed member) {
        return MailContent.of(member.id().hex().getBytes(US_ASCII));
    }

    /** How many copies each got who got any, by the key in the copy. */
    public Map<SubscriberId, Long> copies() {
        return outbox.accepted().stream()
                .map(mail -> new SubscriberId(new String(mail.content().toByteArray(), US_ASCII)))
                .collect(groupingBy(identity(), counting()));
    }

    /** What {@link #copies} is when each of these got one. */
    public static Map<SubscriberId, Long> oneEach(List<Subscriber.Confirmed> members) {
        return members.stream().collect(groupingBy(Subscriber::id, counting()));
    }

    public List<Subscriber.Confirmed> membersWithout(Subscriber.Confirmed... absent) {
        var rest = new ArrayList<>(members);
        rest.removeAll(List.of(absent));
        return rest;
    }

    /** Has the member pause until that day, or no more. */
    public void pause(Subscriber.Confirmed member, Optional<LocalDate> until) {
        var stored = subscribers.find(member.list(), member.id()).orElseThrow();
        subscribers.replace(stored, member.with(member.settings().pausedUntil(until)));
    }

    public void leave(Subscriber.Confirmed member) {
        subscribers.find(member.list(), member.id())
                .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed)
                .ifPresent(stored -> subscribers.replace(stored, new Subscriber.Left(member.list(), member.person(),
                        member.consent(), clock.instant(), LeaveWay.ONE_CLICK)));
    }
}
