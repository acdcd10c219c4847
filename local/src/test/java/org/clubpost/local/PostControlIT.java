package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Control;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.local.relay.RelayServer;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Posts that wait, are taken back, are reported on and are tried again, over SMTP and HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostControlIT {

    private static final String OWNER = "owner@example.org";

    private TestClubpost clubpost;
    private Database table;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        clubpost = TestClubpost.start(data);
        table = clubpost.database();
    }

    @AfterAll
    void stop() {
        clubpost.close();
    }

    private static Dispatch dispatch(Duration undo, QuietHours quiet) {
        return new Dispatch(undo, quiet, Dispatch.Report.POSTER, true);
    }

    /** A list "News" at that address with these members. */
    private static ListId list(Database table, String name, Dispatch dispatch, String... members) {
        var list = MailingList.create(new ListId(name), TestClubpost.DOMAIN, "News", List.of(EmailAddress.of(OWNER)))
                .with(dispatch);
        table.lists().create(list);
        for (var member : members) {
            table.subscribers().create(SampleSubscribers.aMember(list.id(), member));
        }
        return list.id();
    }

    private static void send(TestClubpost clubpost, ListId list, String subject, String fields) {
        var address = list.value() + "@" + TestClubpost.DOMAIN;
        var answer = clubpost.send(OWNER, address, "From: Olga Owner <" + OWNER + ">\r\nTo: " + address
                + "\r\nSubject: " + subject + "\r\n" + fields + "\r\nHello all!\r\n");
        assertEquals("250", answer.substring(0, 3));
    }

    private static Post onlyPost(Database table, ListId list) {
        try (var posts = table.posts().of(list)) {
            return posts.reduce((one, other) -> {
                throw new AssertionError("two posts");
            }).orElseThrow();
        }
    }

    private static <T extends PostState> T waitFor(Class<T> state, Database table, ListId list) {
        TestClubpost.waitUntil(state.getSimpleName() + " of " + list, () -> {
            try (var posts = table.posts().of(list)) {
                return posts.anyMatch(post -> state.isInstance(post.state()));
            }
        });
        return state.cast(onlyPost(table, list).state());
    }

    private Control control() {
        return new Control(table.posts(), table.ranges(), InstantSource.system());
    }

    private boolean isThere(String address, String subject) {
        return clubpost.mailsTo(address).stream().anyMatch(mail -> mail.get("subject").asText().contains(subject));
    }

    /** The link that the author of that post got. Its mail is quoted-printable (RFC 2045 section 6.7). */
    private String cancelLink(String subject) {
        var mail = clubpost.mailTo(OWNER, "Goes out later to News: " + subject);
        return TestClubpost.link(mail.replace("=\r\n", "").replace("=3D", "="), "/moderate");
    }

    @Test
    void authorTakesAPostBackWithTheLinkAndOnlyWithItsButton() {
        var list = list(table, "undo", dispatch(Duration.ofMinutes(10), QuietHours.NONE), "ann@club.example");

        send(clubpost, list, "Hasty", "");
        var link = cancelLink("Hasty");
        var question = clubpost.get(link);
        clubpost.head(link);
        var stillWaits = onlyPost(table, list).state();
        var answer = clubpost.post("/moderate", Map.of("token", TestClubpost.token(link)));
        var again = clubpost.post("/moderate", Map.of("token", TestClubpost.token(link)));

        assertEquals(200, question.statusCode());
        assertTrue(question.body().contains("Yes, take it back"), question.body());
        assertInstanceOf(PostState.Waiting.class, stillWaits);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("It is taken back"), answer.body());
        assertFalse(again.body().contains("It is taken back"), again.body());
        assertEquals(Tally.NONE, waitFor(PostState.Cancelled.class, table, list).tally());
        assertEquals(List.of(), clubpost.mailsTo("ann@club.example"));
        var receipt = clubpost.mailTo(OWNER, "Not sent to News: Hasty");
        assertTrue(receipt.contains("nobody has got it"), receipt);
        TestClubpost.waitUntil("the receipt", () -> onlyPost(table, list).state().isSettled());
    }

    @Test
    void linkOfAPostThatHasGoneOutSaysThatItIsTooLate() {
        var list = list(table, "late", dispatch(Duration.ofMinutes(10), QuietHours.NONE), "lena@club.example");
        send(clubpost, list, "Slow", "");
        var link = cancelLink("Slow");

        control().resume(onlyPost(table, list).id());
        clubpost.mailTo("lena@club.example", "Slow");
        waitFor(PostState.Done.class, table, list);
        var answer = clubpost.post("/moderate", Map.of("token", TestClubpost.token(link)));

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("It is too late"), answer.body());
    }

    @Test
    void postGoesOutAtTheTimeThatItsAuthorChose() {
        var list = list(table, "timed", Dispatch.DEFAULT, "tom@club.example");
        var time = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);

        send(clubpost, list, "Timed", "X-Clubpost-Send-At: " + time.atOffset(ZoneOffset.ofHours(2)) + "\r\n");
        var copy = clubpost.mailTo("tom@club.example", "Timed");

        var arrived = Instant.parse(clubpost.mailsTo("tom@club.example").getFirst().get("date").asText());
        assertFalse(arrived.isBefore(time), arrived + " is before " + time);
        assertFalse(copy.contains("X-Clubpost-Send-At"), copy);
        clubpost.mailTo(OWNER, "Goes out later to News: Timed");
    }

    @Test
    void postThatComesInQuietHoursWaitsForTheirEnd() {
        var now = Instant.now().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        var quiet = new QuietHours(now.minusHours(1).toLocalTime(), now.plusHours(2).toLocalTime(), ZoneOffset.UTC);
        var list = list(table, "quiet", dispatch(Duration.ZERO, quiet), "quentin@club.example");

        send(clubpost, list, "Late", "");

        var waiting = waitFor(PostState.Waiting.class, table, list);
        assertEquals(PostState.Waiting.Why.QUIET_HOURS, waiting.why());
        assertEquals(now.plusHours(2).toInstant(), waiting.until());
        assertFalse(isThere("quentin@club.example", "Late"));
        control().cancel(onlyPost(table, list).id());
    }

    @Test
    void authorIsToldWhatBecameOfThePostAndNoMemberIsNamed() {
        var list = list(table, "told", Dispatch.DEFAULT, "theo@club.example", "rita@refused.invalid");

        send(clubpost, list, "News", "");
        var report = clubpost.mailTo(OWNER, "Sent to News, but not to all: News");
        clubpost.mailTo("theo@club.example", "News");

        assertTrue(report.contains("Sent: 1. Failed: 1."), report);
        assertTrue(report.contains("1 refused for good"), report);
        assertFalse(report.contains("rita@"), report);
        TestClubpost.waitUntil("the report", () -> onlyPost(table, list).state().isSettled());
    }

    @Test
    void pageShowsThePostsAndNamesNoMember() throws Exception {
        var list = list(table, "shown", dispatch(Duration.ofMinutes(10), QuietHours.NONE), "sara@club.example");
        send(clubpost, list, "Shown <b>", "");
        waitFor(PostState.Waiting.class, table, list);

        var page = clubpost.get("/posts");
        control().cancel(onlyPost(table, list).id());

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Shown &lt;b&gt;"), page.body());
        assertTrue(page.body().contains("<strong class=\"is-waiting\">Goes out later</strong>"), page.body());
        assertFalse(page.body().contains("http-equiv=\"refresh\""), page.body());
        assertFalse(page.body().contains("sara@"), page.body());
        assertFalse(page.body().contains("<script"), page.body());
        assertEquals(200, clubpost.get("/posts/style.css").statusCode());
        assertEquals(404, clubpost.get("/posts/other").statusCode());
    }

    // Trying again

    /** A mail server that refuses some recipients, as long as they are in there. */
    private static final class Relay implements AutoCloseable {

        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final Set<String> refused = ConcurrentHashMap.newKeySet();
        private final SMTPServer server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).hideTLS()
                .messageHandlerFactory(_ -> new Reception()).build();

        Relay() {
            server.start();
        }

        @Override
        public void close() {
            server.stop();
        }

        private final class Reception implements MessageHandler {

            private String recipient = "";

            @Override
            public void from(String from) {}

            @Override
            public void recipient(String to) throws RejectException {
                if (refused.contains(to)) {
                    throw new RejectException(550, "5.1.1 No such mailbox");
                }
                recipient = to;
            }

            @Override
            public String data(InputStream data) throws IOException {
                data.readAllBytes();
                taken.add(recipient);
                return "taken";
            }

            @Override
            public void done() {}
        }
    }

    @Test
    void retrySendsToExactlyThoseWhoDidNotGetThePost(@TempDir Path data) throws StartFailure {
        try (var relay = new Relay()) {
            relay.refused.addAll(Set.of("ben@club.example", "cleo@club.example"));
            var settings = new LocalSettings(data,
                    new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), TestClubpost.DOMAIN,
                    new Outlet.Relay(new RelayServer("127.0.0.1", relay.server.getPortAllocated(), false,
                            new RelayServer.Login.Anonymous()), 2),
                    Trust.LOOPBACK, LocalSettings.USUAL_WINDOW);
            try (var service = TestClubpost.start(settings)) {
                var own = service.database();
                var list = list(own, "again", Dispatch.DEFAULT, "ann@club.example", "ben@club.example",
                        "cleo@club.example");
                send(service, list, "Again", "");
                assertEquals(new Tally(1, 2), waitFor(PostState.Done.class, own, list).tally());
                TestClubpost.waitUntil("the report", () -> onlyPost(own, list).state().isSettled());
                var id = onlyPost(own, list).id();
                try (var failures = own.ranges().failures(id)) {
                    assertEquals(Set.of(Failure.Kind.REFUSED),
                            failures.map(Failure::kind).collect(Collectors.toSet()));
                }
                var before = relay.taken.size();
                relay.refused.remove("ben@club.example");

                var outcome = new Control(own.posts(), own.ranges(), InstantSource.system()).retry(id);
                TestClubpost.waitUntil("the second report",
                        () -> onlyPost(own, list).state() instanceof PostState.Done done
                                && done.reported() && done.tally().equals(new Tally(2, 1)));

                assertInstanceOf(Control.Outcome.Changed.class, outcome);
                assertEquals(Set.of("ann@club.example", OWNER), Set.copyOf(relay.taken.subList(0, before)));
                assertEquals(List.of("ben@club.example", OWNER), relay.taken.subList(before, relay.taken.size()));
            }
        }
    }
}
