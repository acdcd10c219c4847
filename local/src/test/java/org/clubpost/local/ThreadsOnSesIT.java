package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.core.FixedClock;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.post.InMemoryPostNumbers;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.StoredPreparedMails;
import org.clubpost.mail.receive.Fate;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Receive;
import org.clubpost.mail.receive.Reception;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * A conversation on a list whose mails go out through SES, which gives every copy a Message-ID and a Date of its own.
 */
final class ThreadsOnSesIT {

    private static final MailingList LIST = SampleLists.aList()
            .with(new Posting(PostingPolicy.MEMBERS, 1 << 20));
    private static final PublicLinks LINKS = new PublicLinks(URI.create("https://lists.example.org"),
            new MembershipTokens(new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256")))));

    private final FixedClock clock = new FixedClock();
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);
    private final CollectingQueue queue = new CollectingQueue();
    private final SesStub ses = new SesStub(Set.of(SampleLists.DOMAIN));
    private final SesOutbox outbox = new SesOutbox(
            SesV2Client.builder().region(Region.US_EAST_1).endpointOverride(ses.endpoint()).credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))),
            SesOutbox.Settings.DEFAULT);
    @TempDir
    private Path directory = Path.of("");
    private SqliteDatabase database;
    private int posted;

    @BeforeEach
    void openTable() throws OpenFailure {
        database = SqliteDatabase.open(directory.resolve("clubpost.db"), clock);
        ports().lists().create(LIST);
        for (var member : List.of("anna@anna.example", "bert@bert.example", "cleo@cleo.example")) {
            ports().subscribers().create(SampleSubscribers.aMember(LIST.id(), member));
        }
    }

    @AfterEach
    void close() throws SQLException {
        outbox.close();
        ses.close();
        database.close();
    }

    private Database ports() {
        return database;
    }

    private Reception reception(SentIds memory) {
        var notices = new CollectingNotices();
        var people = new Tell.Way(notices, ports().rateLimits(),
                new CancelLinks(SampleSubscribers.IDS, LINKS), SampleOwners.of(notices, clock));
        return new Reception(
                new Reception.Stores(ports().lists(), ports().subscribers(), ports().posts(), mails,
                        ports().seenMails(), ports().recentMails(), ports().signUpRequests(),
                        ports().wordings(), ports().funnel()),
                new Reception.Ways(new Plan(ports().lists(), ports().posts(), ports().ranges(), queue),
                        new Tell(ports().posts(), ports().ranges(), ports().subscribers(), people, clock), people),
                new Secrets(SampleSubscribers.IDS, LINKS, new Random(1)),
                Preparation.rewriting(LINKS, memory, new InMemoryPostNumbers()), clock);
    }

    /** A member's mail comes in, is judged, and goes out to everybody. */
    private void post(String author, String fields, SentIds memory) {
        var domain = author.substring(author.indexOf('@') + 1);
        var mail = """
                Return-Path: <%1$s>
                Received: from mail.%2$s (mail.%2$s [192.0.2.1])
                 by inbound-smtp.us-east-1.amazonaws.com with SMTP id abc
                 for news@lists.example.org;
                 Fri, 06 Mar 2026 08:30:00 +0000 (UTC)
                X-SES-Spam-Verdict: PASS
                X-SES-Virus-Verdict: PASS
                Authentication-Results: amazonses.com;
                 dkim=pass header.i=@%2$s;
                 dmarc=pass header.from=%2$s;
                X-SES-RECEIPT: AEFB
                From: %1$s
                To: news@lists.example.org
                Subject: Summer party
                %3$s
                Post %4$s of %1$s
                """.formatted(author, domain, fields, ++posted).replace("\n", "\r\n");
        var key = MailKey.inbound(LIST.id(), "mail" + posted);
        mails.put(key, MailContent.of(mail.getBytes(ISO_8859_1)));
        clock.advance(Duration.ofMinutes(10));
        var outcome = reception(memory).receive().receive(key);
        assertEquals(new Fate.Relayed(), ((Receive.Outcome.Taken) outcome).fate());
        var deliver = new Deliver(
                new Deliver.Ports(ports().lists(), ports().subscribers(), ports().posts(), ports().ranges(),
                        new StoredPreparedMails(mails, LINKS),
                        new Deliver.Way(outbox, SendPermits.unlimited(), clock::set, new Random(1)), queue, memory),
                new Deliver.Settings(8, 8, new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(1),
                        Duration.ofSeconds(1), Duration.ofMinutes(1)), RetryPolicy.PATIENT),
                clock);
        for (var range = queue.take(); range.isPresent(); range = queue.take()) {
            assertEquals(new Deliver.Outcome.Finished(),
                    deliver.deliver(range.get(), "worker " + posted, clock.instant().plus(Duration.ofHours(1))));
        }
    }

    /** The header of the latest copy that this member got, as SES delivers it. */
    private Header latest(String member) {
        var copy = ses.sent().reversed().stream().filter(mail -> mail.destinations().contains(member)).findFirst()
                .orElseThrow();
        return MimeParser.parse(Octets.latin1(copy.delivered())).header();
    }

    private static List<String> ids(Header header, String field) {
        return header.value(field).map(MessageIds::in).orElse(List.of());
    }

    /** What a mail program writes into a reply to that copy (RFC 5322 section 3.6.4). */
    private static String reply(String id, Header copy) {
        var parent = ids(copy, "Message-ID");
        return "Message-ID: <" + id + ">\nIn-Reply-To: " + MessageIds.written(parent) + "\nReferences: "
                + (MessageIds.written(ids(copy, "References")) + " " + MessageIds.written(parent)).replace("\r\n", "")
                + "\n";
    }

    @Test
    void repliesReferToThePostsThatEverybodyKnows() {
        post("anna@anna.example", "Message-ID: <post@anna.example>\n", ports().sentIds());
        var copies = List.of(latest("bert@bert.example"), latest("cleo@cleo.example"));
        post("bert@bert.example", reply("reply-1@bert.example", copies.getFirst()), ports().sentIds());
        var firstReply = latest("cleo@cleo.example");
        post("cleo@cleo.example", reply("reply-2@cleo.example", firstReply), ports().sentIds());
        var secondReply = latest("anna@anna.example");

        assertEquals(2, copies.stream().flatMap(copy -> ids(copy, "Message-ID").stream()).distinct().count());
        assertEquals(List.of("post@anna.example"), ids(copies.getLast(), "References"));
        assertEquals(List.of("post@anna.example"), ids(firstReply, "In-Reply-To"));
        assertEquals(List.of("post@anna.example", "reply-1@bert.example"), ids(firstReply, "References"));
        assertEquals(List.of("reply-1@bert.example"), ids(secondReply, "In-Reply-To"));
        assertEquals(List.of("post@anna.example", "reply-1@bert.example", "reply-2@cleo.example"),
                ids(secondReply, "References"));
    }

    @Test
    void aReplyThatNamesNothingButACopyIsTiedToThePostByMemory() {
        post("anna@anna.example", "Message-ID: <post@anna.example>\n", ports().sentIds());
        var copy = ids(latest("bert@bert.example"), "Message-ID");
        post("bert@bert.example",
                "Message-ID: <reply@bert.example>\nIn-Reply-To: " + MessageIds.written(copy) + "\n",
                ports().sentIds());

        assertEquals(List.of("post@anna.example"), ids(latest("cleo@cleo.example"), "In-Reply-To"));
        assertEquals(List.of("post@anna.example", "reply@bert.example"),
                ids(latest("cleo@cleo.example"), "References"));
    }

    @Test
    void withoutMemoryTheReferencesStillHoldTheThread() {
        post("anna@anna.example", "Message-ID: <post@anna.example>\n", new InMemorySentIds());
        post("bert@bert.example", reply("reply-1@bert.example", latest("bert@bert.example")), new InMemorySentIds());
        post("cleo@cleo.example", reply("reply-2@cleo.example", latest("cleo@cleo.example")), new InMemorySentIds());

        assertEquals(List.of("reply-1@bert.example"), ids(latest("anna@anna.example"), "In-Reply-To"));
        assertEquals(List.of("post@anna.example", "reply-1@bert.example", "reply-2@cleo.example"),
                ids(latest("anna@anna.example"), "References"));
    }

    @Test
    void aPostWithoutAMessageIdGetsOneThatItsCopiesShare() {
        post("anna@anna.example", "", ports().sentIds());

        var shared = ids(latest("bert@bert.example"), "References");
        assertEquals(1, shared.size());
        assertEquals(shared, ids(latest("cleo@cleo.example"), "References"));
    }
}
