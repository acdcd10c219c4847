package org.clubpost.bench;

import org.clubpost.core.consent.Wordings;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.mail.prepare.StoredPreparedMails;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * Takes a mail of 40 MB through reception, and its copies to fifty members, and tells how much of the heap that took. Run
 * it with {@code -Xmx512m}: it ends with an OutOfMemoryError when that is not enough.
 *
 * <p>With the address of a {@link org.clubpost.bench.ses.SesSink} as its argument, such as {@code
 * http://127.0.0.1:1234}, the copies go there by the SDK's client of SES.
 */
public final class LargeMail {

    private static final int ATTACHMENT = Integer.getInteger("octets", 30_600_000);
    private static final int MEMBERS = 50;
    /** As in the function that delivers. */
    private static final int CONCURRENCY = 10;

    private LargeMail() {}

    /** Runs it. */
    public static void main(String... arguments) throws IOException {
        var directory = Files.createTempDirectory("clubpost-bench");
        try {
            var store = new FileStore(directory);
            var key = MailKey.inbound(Samples.LIST.id(), "large");
            try (var out = Files.newOutputStream(directory.resolve(key.value().replace('/', '_')))) {
                Samples.withAttachment(ATTACHMENT).writeTo(out);
            }
            run(store, key, arguments.length > 0 ? throughSes(URI.create(arguments[0])) : LargeMail::written);
        } finally {
            try (var files = Files.list(directory)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static Outbox throughSes(URI endpoint) {
        return new SesOutbox(
                SesV2Client.builder().region(Region.EU_CENTRAL_1).endpointOverride(endpoint).credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing"))),
                SesOutbox.Settings.DEFAULT);
    }

    private static SendOutcome written(OutgoingMail mail) {
        try {
            mail.content().writeTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new SendOutcome.Accepted("");
    }

    private static void run(FileStore store, MailKey key, Outbox outbox) {
        var clock = new FixedClock();
        var lists = new InMemoryLists(Samples.LIST);
        var subscribers = new InMemorySubscribers(lists);
        subscribers.with(SampleSubscribers.members(Samples.LIST.id(), MEMBERS));
        var posts = new InMemoryPosts();
        var ranges = new InMemoryRanges(posts);
        var queue = new CollectingQueue();
        var sentIds = new InMemorySentIds();
        var notices = new CollectingNotices();
        var people = new Tell.Way(notices, new InMemoryRateLimits(),
                new CancelLinks(SampleSubscribers.IDS, Samples.LINKS), SampleOwners.of(notices, clock));
        var receive = new Reception(
                new Reception.Stores(lists, subscribers, posts, store, new InMemorySeenMails(),
                        new InMemoryRecentMails(), new InMemorySignUpRequests(), Wordings.NONE, new InMemoryFunnel()),
                new Reception.Ways(new Plan(lists, posts, ranges, queue),
                        new Tell(posts, ranges, subscribers, people, clock), people),
                new Secrets(SampleSubscribers.IDS, Samples.LINKS, new Random(1)),
                Preparation.rewriting(Samples.LINKS, sentIds, (_, _) -> 1), clock).receive();
        settle();
        var began = System.nanoTime();
        var outcome = receive.receive(key);
        report("received and prepared (" + outcome + ")", began);
        settle();
        var way = new Deliver.Way(outbox, SendPermits.unlimited(), clock::set, new Random(1));
        var times = new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(3),
                Duration.ofMinutes(15));
        var deliver = new Deliver(
                new Deliver.Ports(lists, subscribers, posts, ranges, new StoredPreparedMails(store, Samples.LINKS), way, queue,
                        sentIds),
                new Deliver.Settings(MEMBERS, CONCURRENCY, times, RetryPolicy.PATIENT), clock);
        began = System.nanoTime();
        var sent = deliver.deliver(queue.take().orElseThrow(), "worker", clock.instant().plus(Duration.ofHours(1)));
        report("delivered to " + MEMBERS + " (" + sent + ")", began);
    }

    /** Garbage of what came before does not count. */
    private static void settle() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static void report(String what, long beganNanos) {
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println(what + ": " + (System.nanoTime() - beganNanos) / 1_000_000 + " ms, at most " + (peak >> 20)
                + " MB of heap, garbage included, of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    }
}
