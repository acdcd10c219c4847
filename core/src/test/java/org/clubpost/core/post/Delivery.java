package org.clubpost.core.post;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscribers;

/** A list with members, one post to it, and everything in memory: what the tests of planning and delivering have in common. */
final class Delivery {

    static final int BATCH = 4;
    static final Deliver.Settings SETTINGS = new Deliver.Settings(BATCH, BATCH,
            new Deliver.Times(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
                    Duration.ofMinutes(15)),
            RetryPolicy.PATIENT);

    final MailingList news = SampleLists.aList();
    final FixedClock clock = new FixedClock();
    final InMemoryLists lists = new InMemoryLists(news);
    final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    final InMemoryPosts posts = new InMemoryPosts();
    final CollectingQueue queue = new CollectingQueue();
    final CollectingOutbox outbox = new CollectingOutbox();
    final CollectingNotices notices = new CollectingNotices();
    final InMemorySentIds sentIds = new InMemorySentIds();
    final Post received = SamplePosts.aPost(news.id());
    final List<Subscriber.Confirmed> members;
    SendPermits permits = SendPermits.unlimited();
    private Deliver.Settings settings = SETTINGS;
    private int workers;

    /** A list with so many members. */
    Delivery(int members) {
        this.members = SampleSubscribers.members(news.id(), members);
        subscribers.with(this.members);
        posts.create(received);
    }

    /** Puts the post into so many ranges as these bits say. */
    Delivery planned(int bits) {
        var ranges = SamplePosts.freshRanges(received, bits);
        ranges.add(DeliveryRange.secondChances(news.id(), received.id()));
        posts.plan(received, received.with(SamplePosts.aSending(received.id(), 1 << bits)), ranges);
        return this;
    }

    /** Whatever was before, it is in that state now. */
    Delivery put(PostState state) {
        var post = posts.find(received.id()).orElseThrow();
        posts.replace(post, post.with(state));
        return this;
    }

    /** Of a list that does not send again what may have been sent. */
    Delivery leavingUnclear() {
        lists.replace(news, news.with(new MailingList.Dispatch(Duration.ZERO, QuietHours.NONE,
                MailingList.Dispatch.Report.POSTER, false)));
        return this;
    }

    /** With leases of that length. */
    Delivery leasedFor(Duration lease) {
        var times = settings.times();
        settings = new Deliver.Settings(settings.window(), settings.concurrency(),
                new Deliver.Times(lease, times.margin(), times.rest(), times.parked()), settings.retries());
        return this;
    }

    /** With a window of that many members. */
    Delivery inWindowsOf(int members) {
        settings = new Deliver.Settings(members, BATCH, SETTINGS.times(), SETTINGS.retries());
        return this;
    }

    /** With one copy under way at a time. */
    Delivery oneAtATime() {
        settings = new Deliver.Settings(BATCH, 1, SETTINGS.times(), SETTINGS.retries());
        return this;
    }

    /** Tells people by {@link #notices}. */
    Tell tell() {
        return SampleTells.aTell(posts, subscribers, notices, clock);
    }

    RangeRef ref(int index) {
        return new RangeRef(news.id(), received.id(), index);
    }

    DeliveryRange range(int index) {
        return posts.ranges(received.id()).get(index);
    }

    PostState state() {
        return posts.find(received.id()).orElseThrow().state();
    }

    Deliver deliver() {
        return deliver(Life.eternal(), (_, _) -> mail(Delivery::copyFor));
    }

    /** Of a worker that sees the posts so. */
    Deliver deliver(Posts seen) {
        return new Deliver(ports(Life.eternal(), seen, (_, _) -> mail(Delivery::copyFor)), settings, clock);
    }

    Deliver deliver(PreparedMails prepared) {
        return deliver(Life.eternal(), prepared);
    }

    Deliver deliver(Life life) {
        return deliver(life, (_, _) -> mail(Delivery::copyFor));
    }

    /** A prepared mail with that Message-ID whose copies are made in that way. */
    static PreparedMail mail(Function<Subscriber.Confirmed, MailContent> copies) {
        return mail(copies, 0);
    }

    /** The same, of that size. */
    static PreparedMail mail(Function<Subscriber.Confirmed, MailContent> copies, long octets) {
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
        return new Deliver(ports(life, posts, prepared), settings, clock);
    }

    private Deliver.Ports ports(Life life, Posts seen, PreparedMails prepared) {
        return new Deliver.Ports(life.of(Lists.class, lists), life.of(Subscribers.class, subscribers),
                life.of(Posts.class, seen), life.of(PreparedMails.class, prepared), way(life),
                life.of(DeliveryQueue.class, queue), life.of(SentIds.class, sentIds));
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

    Plan plan(Life life) {
        return new Plan(life.of(Lists.class, lists), life.of(Posts.class, posts), life.of(DeliveryQueue.class, queue));
    }

    /** One attempt of a new worker with hours of time. */
    Deliver.Outcome attempt(Deliver deliver, int index) {
        return deliver.deliver(ref(index), newWorker(), clock.instant().plus(Duration.ofHours(3)));
    }

    Deliver.Outcome attempt(int index) {
        return attempt(deliver(), index);
    }

    String newWorker() {
        return "worker " + ++workers;
    }

    static MailContent copyFor(Subscriber.Confirmed member) {
        return MailContent.of(member.id().hex().getBytes(US_ASCII));
    }

    /** How many copies each got who got any, by the key in the copy. */
    Map<SubscriberId, Long> copies() {
        return outbox.accepted().stream()
                .map(mail -> new SubscriberId(new String(mail.content().toByteArray(), US_ASCII)))
                .collect(groupingBy(identity(), counting()));
    }

    /** What {@link #copies} is when each of these got one. */
    static Map<SubscriberId, Long> oneEach(List<Subscriber.Confirmed> members) {
        return members.stream().collect(groupingBy(Subscriber::id, counting()));
    }

    List<Subscriber.Confirmed> membersWithout(Subscriber.Confirmed... absent) {
        var rest = new ArrayList<>(members);
        rest.removeAll(List.of(absent));
        return rest;
    }

    void leave(Subscriber.Confirmed member) {
        subscribers.find(member.list(), member.id())
                .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed)
                .ifPresent(stored -> subscribers.replace(stored, new Subscriber.Left(member.list(), member.person(),
                        member.consent(), clock.instant(), LeaveWay.ONE_CLICK)));
    }
}
