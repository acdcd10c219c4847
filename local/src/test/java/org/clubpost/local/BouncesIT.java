package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Returned;
import org.clubpost.local.relay.RelayServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The product with a relay that refuses some recipients at once, and others later, by a report to the SMTP door. */
final class BouncesIT {

    private static final ListId NEWS = new ListId("news");
    private static final String ANNA = "anna@club.example";
    private static final String REFUSED = "refused@club.example";

    @TempDir
    private Path data;
    /** The envelope sender of each recipient's mail, and the mail. */
    private final Map<String, String> senders = new ConcurrentHashMap<>();
    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final SMTPServer relay = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).hideTLS()
            .messageHandlerFactory(_ -> new Reception()).build();

    private final class Reception implements MessageHandler {

        private String sender = "";
        private String recipient = "";

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String to) throws RejectException {
            if (to.equals(REFUSED)) {
                senders.put(to, sender);
                throw new RejectException(550, "5.1.1 no such user");
            }
            recipient = to;
        }

        @Override
        public String data(InputStream mail) throws IOException {
            mails.put(recipient, new String(mail.readAllBytes(), ISO_8859_1));
            senders.put(recipient, sender);
            return "taken";
        }

        @Override
        public void done() {}
    }

    @BeforeEach
    void start() {
        relay.start();
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    private LocalSettings settings() {
        var usual = TestClubpost.settings(data);
        return new LocalSettings(data, usual.doors(), TestClubpost.DOMAIN,
                new Outlet.Relay(new RelayServer("127.0.0.1", relay.getPortAllocated(), false,
                        new RelayServer.Login.Anonymous()), 2),
                usual.trust(), LocalSettings.USUAL_WINDOW);
    }

    private static void join(TestClubpost clubpost, String address) {
        clubpost.database().subscribers()
                .create(SampleSubscribers.aMember(NEWS, SampleSubscribers.aPerson(key(clubpost, address), address)));
    }

    private static SubscriberId key(TestClubpost clubpost, String address) {
        return new SubscriberIds(clubpost.data().secrets().installation()).of(EmailAddress.of(address));
    }

    private static Optional<BounceRecord> record(TestClubpost clubpost, String address) {
        return clubpost.database().bounces().find(NEWS, key(clubpost, address));
    }

    private static List<Returned> history(TestClubpost clubpost, String address) {
        return record(clubpost, address).map(BounceRecord::history).orElse(List.of()).stream().map(CameBack::what)
                .toList();
    }

    private static void send(TestClubpost clubpost) {
        assertTrue(clubpost.send("Summer party").startsWith("250"));
        TestClubpost.waitUntil("the post to be out", () -> clubpost.database().posts().of(NEWS)
                .anyMatch(post -> post.state() instanceof PostState.Done));
    }

    private static String report(String recipient) {
        return """
                From: MAILER-DAEMON@mx.club.example
                To: %1$s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <report.1@mx.club.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                <%2$s>: 550 5.1.1 no such user

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.club.example

                Final-Recipient: rfc822; %2$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user
                --b--
                """.formatted("%s", recipient).replace("\n", "\r\n");
    }

    private static String deliver(TestClubpost clubpost, String to, String mail) {
        return clubpost.send("", to, mail.formatted(to));
    }

    private static long discarded(TestClubpost clubpost) {
        return clubpost.database().posts().of(NEWS).filter(post -> post.state() instanceof PostState.Discarded).count();
    }

    @Test
    void whatTheRelayRefusesIsRemembered() throws StartFailure {
        try (var clubpost = TestClubpost.start(settings())) {
            join(clubpost, REFUSED);
            join(clubpost, ANNA);
            send(clubpost);

            var told = history(clubpost, REFUSED);
            assertEquals(1, told.size());
            assertEquals(BounceReason.USER_UNKNOWN, ((Returned.Bounce) told.getFirst()).reason());
            assertEquals(List.of(), history(clubpost, ANNA));
        }
    }

    @Test
    void reportToTheAddressOfACopyIsRememberedOnceHoweverOftenItComes() throws StartFailure {
        try (var clubpost = TestClubpost.start(settings())) {
            join(clubpost, ANNA);
            send(clubpost);
            var path = Objects.requireNonNull(senders.get(ANNA));
            assertTrue(path.matches("bounces-[0-9a-v]{48}@lists\\.example\\.org"), path);

            assertTrue(deliver(clubpost, path, report(ANNA)).startsWith("250"));
            assertTrue(deliver(clubpost, path.toUpperCase(Locale.ROOT), report(ANNA)).startsWith("250"));
            TestClubpost.waitUntil("both reports to be heard", () -> discarded(clubpost) == 2);

            assertEquals(1, history(clubpost, ANNA).size());
        }
    }

    /** What the door took is heard by the next life, and what was heard counts once. */
    @Test
    void reportIsHeardAfterARestart() throws StartFailure {
        String path;
        try (var clubpost = TestClubpost.start(settings())) {
            join(clubpost, ANNA);
            send(clubpost);
            path = Objects.requireNonNull(senders.get(ANNA));
            assertTrue(deliver(clubpost, path, report(ANNA)).startsWith("250"));
        }
        try (var clubpost = TestClubpost.start(settings())) {
            assertTrue(deliver(clubpost, path, report(ANNA)).startsWith("250"));
            TestClubpost.waitUntil("both reports to be heard", () -> discarded(clubpost) == 2);

            assertEquals(1, history(clubpost, ANNA).size());
        }
    }

    @Test
    void complaintStopsTheMail() throws StartFailure {
        try (var clubpost = TestClubpost.start(settings())) {
            join(clubpost, ANNA);
            send(clubpost);
            var complaint = """
                    From: fbl@provider.example
                    To: news-owner@lists.example.org
                    Subject: FW: Summer party
                    Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                    --b
                    Content-Type: text/plain

                    This is an email abuse report.

                    --b
                    Content-Type: message/feedback-report

                    Feedback-Type: abuse
                    User-Agent: Club/1.0
                    Version: 1

                    --b
                    Content-Type: message/rfc822

                    """.replace("\n", "\r\n") + mails.get(ANNA) + "\r\n--b--\r\n";

            assertTrue(clubpost.send("fbl@provider.example", "news-owner@lists.example.org", complaint)
                    .startsWith("250"));
            TestClubpost.waitUntil("the mail to be stopped", () -> clubpost.database().subscribers()
                    .find(NEWS, key(clubpost, ANNA)).orElseThrow()
                    .subscriber() instanceof Subscriber.Suppressed stopped
                    && stopped.why() instanceof Stopped.Complaint);
        }
    }

    @Test
    void addressThatWasNotMadeHereIsRefused() throws StartFailure {
        try (var clubpost = TestClubpost.start(settings())) {
            assertTrue(deliver(clubpost, "bounces-" + "0".repeat(48) + "@lists.example.org", report(ANNA))
                    .startsWith("550"));
            assertTrue(deliver(clubpost, "news-bounces@lists.example.org", report(ANNA)).startsWith("250"));
        }
    }
}
