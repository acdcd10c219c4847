package org.clubpost.core.chaos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.DeadLetters;
import org.clubpost.core.care.SampleTells;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.PreparedMail;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.PacedPermits;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.outbox.SendQuota;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** One post with everything that goes wrong on its way, all of it decided by a seed. */
public final class ChaosRun {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration INVOCATION = Duration.ofMinutes(2);
    private static final Duration VISIBILITY = Duration.ofMinutes(12);
    private static final int MAX_RECEIVES = 5;
    /**
     * How long the window under way may take when a post is cancelled: till the worker's time is up, or as long as one
     * can be stopped.
     */
    private static final Duration LAST_WINDOW = INVOCATION.plus(LEASE.multipliedBy(3));
    /**
     * A message for a range that waits is put back for as long as it does, and so is its duplicate: without a bound
     * they would fill a run of days.
     */
    private static final int MOST_DUPLICATES = 10;
    private static final Instant END = FixedClock.START.plus(Duration.ofDays(60));

    private final Random random;
    private final VirtualTime time = new VirtualTime(FixedClock.START);
    private final InMemoryLists lists = new InMemoryLists(SampleLists.aList());
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final Tell tell = SampleTells.aTell(posts, ranges, subscribers, new CollectingNotices(), time);
    private final InMemorySentIds sentIds = new InMemorySentIds();
    private final Rate rate = new Rate();
    private final Provider provider;
    private final Queue queue = new Queue();
    private final Post post;
    private final List<Subscriber.Confirmed> members;
    private final Map<SubscriberId, Instant> left = new HashMap<>();
    private final Set<String> wrongs = new LinkedHashSet<>();
    private final Deliver.Settings settings;
    private final double trouble;
    private final int workers;
    private int kills;
    private int stops;
    private int faults;
    private int allowance;
    private int worst;
    private int deadLetters;
    private int attempts;
    private boolean over;

    /**
     * What came of a run.
     *
     * @param members how many there were at the beginning
     * @param cancelled whether somebody stopped the post for good
     * @param kills how often a process was killed
     * @param stops how often one was stopped for longer than its lease
     * @param faults how often a port failed
     * @param deadLetters how many messages were given up by the queue
     * @param duplicates how many messages came twice
     * @param copies how many copies the provider took
     * @param seconds how many of them went to somebody who had one
     * @param allowed how many second copies there might have been
     * @param worst the most that one broken attempt had sent and not recorded
     * @param wrongs what must not be
     */
    public record Result(int members, boolean cancelled, int kills, int stops, int faults, int deadLetters,
            int duplicates, int copies,
            int seconds, int allowed, int worst, List<String> wrongs) {}

    /** What a call meets in a process that is dead. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    /** The run that this seed decides. */
    public ChaosRun(long seed) {
        random = new Random(seed);
        var news = SampleLists.aList();
        post = SamplePosts.aPost(news.id());
        members = SampleSubscribers.members(news.id(), 100 + random.nextInt(random.nextInt(10) == 0 ? 5000 : 500));
        subscribers.with(members);
        posts.create(post);
        var window = List.of(1, 4, 10, 25, 64, 250).get(random.nextInt(6));
        settings = new Deliver.Settings(window, List.of(1, 1, 4, 10).get(random.nextInt(4)),
                new Deliver.Times(LEASE, Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofMinutes(15)),
                RetryPolicy.PATIENT);
        trouble = List.of(0.0, 0.0005, 0.002, 0.01, 0.05).get(random.nextInt(5));
        workers = 1 + random.nextInt(5);
        provider = new Provider();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextLong(most.toMillis()));
    }

    /** Counts what all workers send. */
    private static final class Rate implements SharedRate {

        private final Map<Long, Integer> claimed = new HashMap<>();

        @Override
        public int claim(long second, int wanted, int most) {
            var before = claimed.getOrDefault(second, 0);
            var granted = Math.clamp((long) most - before, 0, wanted);
            claimed.put(second, before + granted);
            return granted;
        }
    }

    /** The provider, which knows what it took and what it said. */
    private final class Provider {

        private final Map<SubscriberId, Integer> taken = new HashMap<>();
        private final Map<SubscriberId, Integer> unclearTaken = new HashMap<>();
        private final Map<SubscriberId, Set<Failure.Kind>> said = new HashMap<>();
        private final Set<SubscriberId> refused = new HashSet<>();
        private final Map<SubscriberId, Integer> later = new HashMap<>();
        private final double tooFast = chance(0.3) ? 0.05 : 0;
        /** Puts nearly everybody off, at every try. */
        private final double hesitant = chance(0.05) ? 0.7 : 0;
        private final double unclear = chance(0.5) ? 0.01 : 0;
        private final double perSecond = List.of(1.25, 14.0, 200.0).get(random.nextInt(3));
        private final Map<DeferralCause, Instant[]> spells = new HashMap<>();
        private int copies;
        private Instant latest = Instant.MIN;

        Provider() {
            for (var member : members) {
                if (chance(0.02)) {
                    refused.add(member.id());
                } else if (chance(0.02)) {
                    later.put(member.id(), 1 + random.nextInt(9));
                }
            }
            for (var cause : List.of(DeferralCause.DAY_SPENT, DeferralCause.BLOCKED, DeferralCause.UNREACHABLE)) {
                if (chance(0.25)) {
                    var begin = FixedClock.START.plus(upTo(Duration.ofMinutes(5)));
                    spells.put(cause, new Instant[]{begin,
                            begin.plus(upTo(cause == DeferralCause.UNREACHABLE
                                    ? Duration.ofMinutes(10)
                                    : Duration.ofHours(30)))});
                }
            }
        }

        SendOutcome answer(SubscriberId id) {
            for (var spell : spells.entrySet()) {
                if (!time.instant().isBefore(spell.getValue()[0]) && time.instant().isBefore(spell.getValue()[1])) {
                    return new SendOutcome.Deferred(spell.getKey(), Reason.quoted("not now"));
                }
            }
            if (chance(tooFast)) {
                return new SendOutcome.Deferred(DeferralCause.TOO_FAST, Reason.quoted("too fast"));
            }
            if (chance(hesitant)) {
                return say(id, Failure.Kind.LATER, new SendOutcome.Later(Reason.quoted("come again")));
            }
            if (refused.contains(id)) {
                return say(id, Failure.Kind.REFUSED, new SendOutcome.Refused(Reason.quoted("no such mailbox")));
            }
            if (later.merge(id, -1, Integer::sum) >= 0) {
                return say(id, Failure.Kind.LATER, new SendOutcome.Later(Reason.quoted("greylisted")));
            }
            if (chance(unclear)) {
                if (chance(0.5)) {
                    take(id);
                    unclearTaken.merge(id, 1, Integer::sum);
                }
                return say(id, Failure.Kind.MAYBE_SENT, new SendOutcome.Unclear(Reason.quoted("no answer")));
            }
            take(id);
            return new SendOutcome.Accepted("copy-" + copies);
        }

        private SendOutcome say(SubscriberId id, Failure.Kind kind, SendOutcome outcome) {
            said.computeIfAbsent(id, _ -> new HashSet<>()).add(kind);
            return outcome;
        }

        private void take(SubscriberId id) {
            copies++;
            latest = time.instant();
            taken.merge(id, 1, Integer::sum);
        }

        int seconds() {
            return copies - taken.size();
        }
    }

    /** The queue: at least once, in no order. */
    private final class Queue implements DeliveryQueue {

        private final List<Message> messages = new ArrayList<>();
        private int busy;
        private int duplicates;

        @Override
        public void add(Collection<RangeRef> ranges, Duration delay) {
            for (var range : ranges) {
                put(range, delay);
                if (duplicates < MOST_DUPLICATES && chance(0.05)) {
                    duplicates++;
                    put(range, delay.plus(upTo(Duration.ofMinutes(3))));
                }
            }
        }

        private void put(RangeRef range, Duration delay) {
            show(new Message(range), time.instant().plus(delay).plus(upTo(Duration.ofSeconds(2))));
        }

        void show(Message message, Instant when) {
            time.at(when, () -> {
                messages.add(message);
                hand();
            });
        }

        void hand() {
            while (busy < workers && !messages.isEmpty()) {
                var message = messages.remove(random.nextInt(messages.size()));
                var slot = busy++;
                time.start(() -> work(message, slot));
            }
        }

        private void work(Message message, int slot) {
            var shown = time.instant().plus(VISIBILITY);
            try {
                if (message.receives++ == MAX_RECEIVES) {
                    deadLetters++;
                    new DeadLetters(posts, time).park(message.range);
                } else if (!new Attempt(message.range).deliver(permits(slot))) {
                    show(message, shown);
                }
            } finally {
                busy--;
                hand();
            }
        }
    }

    private static final class Message {

        private final RangeRef range;
        private int receives;

        Message(RangeRef range) {
            this.range = range;
        }
    }

    private final Map<Integer, SendPermits> permits = new HashMap<>();

    /** Those of one process, which takes one message after the other. */
    private SendPermits permits(int slot) {
        return permits.computeIfAbsent(slot,
                _ -> new PacedPermits(() -> SendQuota.ofRate(provider.perSecond), rate, 0.2, new Random(slot)));
    }

    /** One invocation, with what becomes of its process. */
    private final class Attempt {

        private final RangeRef range;
        private final Map<SubscriberId, Instant> read = new HashMap<>();
        private int callsLeft = chance(trouble * 20)
                ? 1 + random.nextInt(120 + 3 * settings.window())
                : Integer.MAX_VALUE;
        private final boolean diesAfter = random.nextBoolean();
        private final Set<SubscriberId> inHand = new HashSet<>();
        private boolean brokenOff;
        private boolean dead;

        Attempt(RangeRef range) {
            this.range = range;
        }

        /** Whether the message is done with. */
        boolean deliver(SendPermits permits) {
            var ports = new Deliver.Ports(port(Lists.class, lists), port(Subscribers.class, subscribers),
                    port(Posts.class, posts), port(Ranges.class, ranges), (_, _) -> new Mail(),
                    new Deliver.Way(this::send, permits, time, random), port(DeliveryQueue.class, queue),
                    port(SentIds.class, sentIds));
            try {
                new Deliver(ports, settings, time).deliver(range, "attempt " + ++attempts,
                        time.instant().plus(INVOCATION));
                return true;
            } catch (Killed | UnavailableException _) {
                return false;
            } catch (IllegalStateException fault) {
                wrongs.add("fault: " + fault.getCause());
                return false;
            } finally {
                settle();
            }
        }

        /**
         * Those whom the provider took a copy for since this attempt last recorded something may get another: no more
         * than a window of them.
         */
        private void settle() {
            if (!brokenOff && !inHand.isEmpty()) {
                wrongs.add("copies that nobody recorded although nothing went wrong: " + inHand.size());
            }
            if (inHand.size() > (range.isSecondChances() ? Checkpoint.MOST_CLEARED : settings.window())) {
                wrongs.add("more than a window in hand: " + inHand.size());
            }
            worst = Math.max(worst, inHand.size());
            allowance += inHand.size();
        }

        private <T> T call(java.util.function.Supplier<T> effect) {
            if (dead) {
                throw new Killed();
            }
            time.pass(upTo(Duration.ofMillis(20)));
            if (chance(trouble / 10)) {
                stops++;
                brokenOff = true;
                time.pass(LEASE.multipliedBy(2).plus(upTo(LEASE)));
            }
            if (dead) {
                throw new Killed();
            }
            var last = --callsLeft == 0;
            if (last) {
                dead = true;
                kills++;
                brokenOff = true;
            }
            if (last && !diesAfter) {
                throw new Killed();
            }
            var result = effect.get();
            if (last) {
                throw new Killed();
            }
            return result;
        }

        private SendOutcome send(OutgoingMail mail) {
            var id = id(mail);
            return call(() -> {
                var seen = Optional.ofNullable(read.get(id));
                var gone = Optional.ofNullable(left.get(id));
                if (seen.isEmpty() || gone.filter(when -> when.isBefore(seen.get())).isPresent()) {
                    wrongs.add("somebody got a copy who had left before being read");
                }
                var before = provider.copies;
                var outcome = provider.answer(id);
                if (provider.copies > before) {
                    inHand.add(id);
                }
                time.pass(upTo(Duration.ofMillis(150)));
                return outcome;
            });
        }

        private <P> P port(Class<P> type, P actual) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                    (_, method, arguments) -> call(() -> {
                        var fails = chance(trouble / 10);
                        if (fails && random.nextBoolean()) {
                            throw fault();
                        }
                        try {
                            var result = method.invoke(actual, arguments);
                            note(result);
                            if (method.getName().equals("advance") && Boolean.TRUE.equals(result)) {
                                recorded(((Checkpoint) arguments[1]).progress());
                            }
                            if (fails) {
                                throw fault();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            if (e.getCause() instanceof RuntimeException failed) {
                                throw failed;
                            }
                            throw new AssertionError(e);
                        } catch (IllegalAccessException e) {
                            throw new AssertionError(e);
                        }
                    })));
        }

        /** Whom the range will not come to again is in hand no more. */
        private void recorded(DeliveryRange.Progress progress) {
            if (progress instanceof DeliveryRange.Progress.Open(var next, var ahead) && !range.isSecondChances()) {
                inHand.removeIf(id -> id.compareTo(next) < 0 || ahead.contains(id));
            } else {
                inHand.clear();
            }
        }

        private UnavailableException fault() {
            faults++;
            brokenOff = true;
            return new UnavailableException("not now");
        }

        /** Who was read, and when. */
        private void note(Object result) {
            switch (result) {
                case List<?> some -> {
                    for (var one : some) {
                        if (one instanceof Subscriber.Confirmed member) {
                            read.put(member.id(), time.instant());
                        }
                    }
                }
                case Optional<?> found -> found.ifPresent(one -> {
                    if (one instanceof org.clubpost.core.subscriber.Stored stored) {
                        read.put(stored.subscriber().id(), time.instant());
                    }
                });
                case null, default -> {
                    // Nobody was read.
                }
            }
        }
    }

    /** A mail that says whose it is. */
    private static final class Mail implements PreparedMail {

        @Override
        public String messageId() {
            return "post@club.example";
        }

        @Override
        public MailContent copyFor(Subscriber.Confirmed member) {
            return MailContent.of(member.id().hex().getBytes(US_ASCII));
        }

        @Override
        public long sizeBytes() {
            return 32;
        }
    }

    private static SubscriberId id(OutgoingMail mail) {
        return new SubscriberId(new String(mail.content().toByteArray(), US_ASCII));
    }

    /** Runs it to its end. */
    public Result run() {
        var start = time.instant();
        for (var event = 0; event < 2; event++) {
            time.at(start.plus(upTo(Duration.ofMinutes(2))), () -> time.start(this::receive));
        }
        comeAndGo(start);
        if (chance(0.3)) {
            var control = new Control(posts, ranges, time);
            var pause = start.plus(upTo(Duration.ofMinutes(4)));
            time.at(pause, () -> control.pause(post.id()));
            time.at(pause.plus(upTo(Duration.ofHours(2))), () -> control.resume(post.id()));
        }
        if (chance(0.2)) {
            var control = new Control(posts, ranges, time);
            time.at(start.plus(Duration.ofDays(4)), () -> control.retry(post.id()));
        }
        if (chance(0.1)) {
            time.at(start.plus(upTo(Duration.ofMinutes(6))), () -> new Control(posts, ranges, time).cancel(post.id()));
        }
        supervise(start);
        time.run(END);
        check();
        return new Result(members.size(),
                posts.find(post.id()).orElseThrow().state() instanceof PostState.Cancelled, kills, stops, faults,
                deadLetters, queue.duplicates, provider.copies,
                provider.seconds(), allowance + provider.unclearTaken.values().stream().mapToInt(n -> n).sum(), worst,
                List.copyOf(wrongs));
    }

    /** What the event of S3 leads to; it comes again until it succeeds. */
    private void receive() {
        var plan = new Plan(lists, posts, ranges, queue);
        posts.find(post.id()).ifPresent(found -> {
            if (!(found.state() instanceof PostState.Received)
                    || !plan.start(found, post.id().preparedMail(), time.instant())) {
                plan.resume(post.id());
            }
        });
    }

    private void comeAndGo(Instant start) {
        for (var i = 0; i < 10; i++) {
            var member = members.get(random.nextInt(members.size()));
            time.at(start.plus(upTo(Duration.ofMinutes(6))), () -> subscribers.find(post.list(), member.id())
                    .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed).ifPresent(stored -> {
                        subscribers.replace(stored, new Subscriber.Left(post.list(), member.person(), member.consent(),
                                time.instant(), LeaveWay.ONE_CLICK));
                        left.put(member.id(), time.instant());
                    }));
            var newcomer = SampleSubscribers.aMember(post.list(),
                    SampleSubscribers.aPerson("new" + i + "." + random.nextInt() + "@example.org"));
            time.at(start.plus(upTo(Duration.ofMinutes(6))), () -> subscribers.create(newcomer));
        }
    }

    /** Every minute at first, then less often so that a run of days does not take long. */
    private void supervise(Instant when) {
        time.at(when, () -> {
            new Supervise(lists, posts, new Plan(lists, posts, ranges, queue), tell, time).tend();
            var quiet = time.instant().isAfter(FixedClock.START.plus(Duration.ofDays(5)));
            over = quiet && posts.find(post.id()).orElseThrow().state().isSettled();
            if (!over) {
                supervise(time.instant().plus(Duration.ofMinutes(quiet ? 30 : 1)));
            }
        });
    }

    private void check() {
        var state = posts.find(post.id()).orElseThrow().state();
        var failures = new HashMap<SubscriberId, Failure>();
        ranges.failures(post.id()).forEach(failure -> failures.put(failure.subscriber(), failure));
        if (state instanceof PostState.Cancelled cancelled) {
            checkCancelled(cancelled);
            return;
        }
        if (!(state instanceof PostState.Done done)) {
            wrongs.add("not done: " + state + ", messages " + queue.messages.size() + ", " + ranges.of(post.id()));
            return;
        }
        var served = 0;
        for (var member : members) {
            var id = member.id();
            var copies = provider.taken.getOrDefault(id, 0);
            if (left.containsKey(id)) {
                continue;
            }
            var failure = Optional.ofNullable(failures.get(id));
            if (copies == 0 && failure.isEmpty()) {
                wrongs.add("somebody was missed: " + id.hex());
            }
            if (failure.isPresent()
                    && !provider.said.getOrDefault(id, Set.of()).contains(failure.get().kind())) {
                wrongs.add("a failure that the provider did not cause: " + failure.get());
            }
            if (failure.isEmpty()) {
                served++;
            }
        }
        if (done.tally().failed() != failures.size()) {
            wrongs.add("failed: " + done.tally().failed() + " told, " + failures.size() + " recorded");
        }
        if (done.tally().sent() > provider.copies || done.tally().sent() < served) {
            wrongs.add("sent: " + done.tally().sent() + " told, " + provider.copies + " copies, " + served + " served");
        }
        checkSeconds();
    }

    /** Who got it is as it happened; but it ends soon, and is told. */
    private void checkCancelled(PostState.Cancelled cancelled) {
        if (provider.latest.isAfter(cancelled.at().plus(LAST_WINDOW))) {
            wrongs.add("a copy at " + provider.latest + " of a post cancelled at " + cancelled.at());
        }
        if (!cancelled.reported()) {
            wrongs.add("cancelled, and nobody was told");
        }
        if (cancelled.tally().sent() > provider.copies) {
            wrongs.add("sent: " + cancelled.tally().sent() + " told, " + provider.copies + " copies");
        }
        checkSeconds();
    }

    private void checkSeconds() {
        var allowed = allowance + provider.unclearTaken.values().stream().mapToInt(n -> n).sum();
        if (provider.seconds() > allowed) {
            wrongs.add("second copies: " + provider.seconds() + " of " + allowed + " allowed");
        }
    }
}
