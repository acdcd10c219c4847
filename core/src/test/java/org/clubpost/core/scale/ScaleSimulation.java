package org.clubpost.core.scale;

import static org.clubpost.core.subscriber.SampleSubscribers.aMember;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import org.clubpost.core.FixedClock;
import org.clubpost.core.chaos.VirtualTime;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.PreparedMail;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.outbox.PacedPermits;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.outbox.SendQuota;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * One post to many members at AWS's latencies and limits, delivered by {@link Deliver} itself. What things cost stands
 * here and nowhere else.
 */
final class ScaleSimulation {

    // Settings of the cloud's functions (distribute-function's Wiring and the stack's template).
    private static final Deliver.Settings SETTINGS = new Deliver.Settings(10, 10,
            new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofSeconds(20),
                    Duration.ofMinutes(15)),
            RetryPolicy.PATIENT);
    private static final double RESERVE = 0.2;
    private static final Duration FUNCTION_TIMEOUT = Duration.ofMinutes(2);
    private static final double FUNCTION_GB = 1;

    // Assumed, not measured.
    private static final Duration SES_TAKES = Duration.ofMillis(60);
    private static final Duration DYNAMODB_TAKES = Duration.ofMillis(5);
    private static final Duration SQS_TAKES = Duration.ofMillis(10);
    private static final int MEMBER_BYTES = 400;
    private static final int RANGE_BYTES = 300;
    /** DynamoSubscribers reads at least so many items for a window. */
    private static final int PAGE = 25;

    // On-demand prices of us-east-1 in dollars, without any free tier; docs/scale.md says where they are from.
    private static final double PER_WRITE_UNIT = 0.625e-6;
    private static final double PER_READ_UNIT = 0.125e-6;
    private static final double PER_SQS_REQUEST = 0.40e-6;
    private static final double PER_LAMBDA_REQUEST = 0.20e-6;
    private static final double PER_GB_SECOND = 0.0000133334;
    private static final double PER_MAIL = 0.10e-3;

    private final VirtualTime time = new VirtualTime(FixedClock.START);
    private final InMemoryLists lists = new InMemoryLists(SampleLists.aList());
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final Post post = SamplePosts.aPost(SampleLists.aList().id());
    private final Subscriber.Confirmed sample = aMember(post.list(), "somebody@club.example");
    private final Map<Long, Integer> claimed = new HashMap<>();
    private final Queue<RangeRef> waiting = new ArrayDeque<>();
    private final int members;
    private final int perSecond;
    private final int senders;
    private int busy;
    private long mails;
    private long messages;
    private long sqsRequests;
    private long invocations;
    private long reads;
    private long writes;
    private Duration ran = Duration.ZERO;

    ScaleSimulation(int members, int perSecond) {
        this.members = members;
        this.perSecond = perSecond;
        this.senders = perSecond <= 200 ? 2 : 10;
    }

    /** One line of the table. */
    String run() {
        lists.count(post.list(), members);
        posts.create(post);
        var queue = port(DeliveryQueue.class, new Sqs());
        time.start(() -> new Plan(port(Lists.class, lists), port(Posts.class, posts), port(Ranges.class, ranges), queue)
                .start(post,
                        post.id().preparedMail(), time.instant()));
        time.run(Instant.MAX);
        if (!(posts.find(post.id()).orElseThrow().state() instanceof PostState.Done done)
                || done.tally().sent() != members) {
            throw new IllegalStateException("not everybody was served");
        }
        var gbSeconds = ran.toMillis() / 1000.0 * FUNCTION_GB;
        var besides = reads * PER_READ_UNIT + writes * PER_WRITE_UNIT + sqsRequests * PER_SQS_REQUEST
                + invocations * PER_LAMBDA_REQUEST + gbSeconds * PER_GB_SECOND;
        return String.format(Locale.ROOT, "| %,d | %,d | %d | %s | %,d | %,d | %,d | %,.0f | %.4f | %.2f |", members,
                perSecond, senders, words(Duration.between(done.since(), done.at())), messages, reads, writes,
                gbSeconds, besides, besides + mails * PER_MAIL);
    }

    private static String words(Duration taken) {
        return taken.toHours() > 0
                ? "%d h %d min".formatted(taken.toHours(), taken.toMinutesPart())
                : taken.toMinutes() > 0
                        ? "%d min %d s".formatted(taken.toMinutes(), taken.toSecondsPart())
                        : "%.1f s".formatted(taken.toMillis() / 1000.0);
    }

    /** The queue and what polls it: so many invocations at a time, one message each. */
    private final class Sqs implements DeliveryQueue {

        @Override
        public void add(Collection<RangeRef> ranges, Duration delay) {
            messages += ranges.size();
            // One request sends ten; each message is received and deleted.
            sqsRequests += (ranges.size() + 9) / 10 + 2L * ranges.size();
            time.at(time.instant().plus(delay).plus(SQS_TAKES), () -> {
                waiting.addAll(ranges);
                hand();
            });
        }

        private void hand() {
            while (busy < senders && !waiting.isEmpty()) {
                var ref = waiting.remove();
                busy++;
                time.start(() -> invoke(ref));
            }
        }

        private final List<Deliver> idle = new ArrayList<>();

        private void invoke(RangeRef ref) {
            var began = time.instant();
            invocations++;
            var deliver = idle.isEmpty() ? newDeliver() : idle.removeLast();
            deliver.deliver(ref, "invocation " + invocations, began.plus(FUNCTION_TIMEOUT));
            idle.add(deliver);
            ran = ran.plus(Duration.between(began, time.instant()));
            busy--;
            hand();
        }

        private Deliver newDeliver() {
            return new Deliver(new Deliver.Ports(port(Lists.class, lists), port(Subscribers.class, subscribers()),
                    port(Posts.class, posts), port(Ranges.class, ranges), (_, _) -> new Mail(),
                    new Deliver.Way(_ -> accept(), new Permits(), time, new Random(1)),
                    port(DeliveryQueue.class, this), port(SentIds.class, sentIds())), SETTINGS, time);
        }
    }

    private SendOutcome accept() {
        time.pass(SES_TAKES);
        return new SendOutcome.Accepted("0100%012x-%08d-5c6d-7e8f-9a0b-1c2d3e4f5a6b-000000@email.amazonses.com"
                .formatted(time.instant().toEpochMilli(), ++mails));
    }

    /** The pacing of one process. Its claims are paid for after they are made, because nothing may wait within them. */
    private final class Permits implements SendPermits {

        private final SendPermits paced = new PacedPermits(() -> SendQuota.ofRate(perSecond), this::claim, RESERVE,
                new Random(7));
        private int claims;

        private int claim(long second, int wanted, int most) {
            var before = claimed.getOrDefault(second, 0);
            var granted = Math.clamp((long) most - before, 0, wanted);
            claimed.put(second, before + granted);
            // What is not granted as a whole is asked for a second time if something is left (DynamoSharedRate).
            claims += granted > 0 && granted < wanted ? 2 : 1;
            return granted;
        }

        @Override
        public Permit take(Instant now) {
            var permit = paced.take(now);
            var made = claims;
            claims = 0;
            writes += made;
            if (made > 0) {
                time.pass(DYNAMODB_TAKES.multipliedBy(made));
            }
            return permit;
        }

        @Override
        public void slowDown(Instant now) {
            paced.slowDown(now);
        }
    }

    private <P> P port(Class<P> type, P actual) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
            time.pass(DYNAMODB_TAKES);
            count(method, arguments);
            try {
                return method.invoke(actual, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** Units of capacity: a consistent read counts each 4 KB, a write each KB, a write in a transaction twice. */
    @SuppressWarnings("unchecked") // The method's own signature.
    private void count(Method method, Object[] arguments) {
        switch (method.getName()) {
            case "find", "failures", "confirmedMembers" -> reads++;
            case "places" -> reads += (PAGE * MEMBER_BYTES + 4095) / 4096;
            case "of" -> reads += (65 * RANGE_BYTES + 4095) / 4096;
            case "lease", "advance", "extend", "release" -> writes++;
            case "replace" -> writes += 6;
            case "plan" -> writes += 6 + 2L * ((List<?>) arguments[2]).size();
            case "remember" -> writes += remembering((Collection<SentId>) arguments[0]);
            case "add" -> {
                // The queue counts its own.
            }
            default -> throw new IllegalStateException("what does it cost? " + method);
        }
    }

    /** DynamoSentIds: one item for the ids that begin alike in 13 octets, of 66 octets each and 290 for the rest. */
    private static long remembering(Collection<SentId> ids) {
        return ids.stream().collect(Collectors.groupingBy(id -> id.sent().substring(0, 13), Collectors.counting()))
                .values().stream().mapToLong(copies -> (copies * 66 + 290 + 1023) / 1024).sum();
    }

    private SentIds sentIds() {
        return SentIds.class.cast(Proxy.newProxyInstance(SentIds.class.getClassLoader(), new Class<?>[]{SentIds.class},
                (_, _, _) -> null));
    }

    /** So many members, evenly spread, none of them kept in memory. */
    private Subscribers subscribers() {
        return Subscribers.class.cast(Proxy.newProxyInstance(Subscribers.class.getClassLoader(),
                new Class<?>[]{Subscribers.class},
                (_, method, arguments) -> places(method, (Slice) arguments[2], (int) arguments[3])));
    }

    private List<Subscriber> places(Method method, Slice slice, int limit) {
        if (!method.getName().equals("places")) {
            throw new IllegalStateException("not thought of: " + method);
        }
        var distance = (1L << 32) / members;
        var from = Math.max(0, Long.parseLong(slice.first().hex().substring(0, 8), 16) / distance - 1);
        var found = new ArrayList<Subscriber>(limit);
        for (var i = from; i < members && found.size() < limit; i++) {
            var id = SampleSubscribers.aKey("%08x".formatted(distance * i + distance / 2));
            if (id.compareTo(slice.last()) > 0) {
                break;
            }
            if (id.compareTo(slice.first()) >= 0) {
                found.add(member(id));
            }
        }
        return found;
    }

    private Subscriber.Confirmed member(SubscriberId id) {
        var person = new org.clubpost.core.subscriber.Person(id, sample.person().address(), sample.person().name(),
                sample.person().language());
        return new Subscriber.Confirmed(post.list(), person, sample.consent(), sample.since(), true);
    }

    private static final class Mail implements PreparedMail {

        private static final MailContent EMPTY = MailContent.of(new byte[0]);

        @Override
        public String messageId() {
            return "post@club.example";
        }

        @Override
        public MailContent copyFor(Subscriber.Confirmed member) {
            return EMPTY;
        }

        @Override
        public long sizeBytes() {
            return 3000;
        }
    }
}
