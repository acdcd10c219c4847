package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole loop over HTTP and SMTP: from the sign-up form to the member's inbox, and out again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JourneyIT {

    private Path data;
    private TestClubpost clubpost;

    @BeforeAll
    void start(@TempDir Path directory) throws StartFailure {
        data = directory;
        clubpost = TestClubpost.start(data);
    }

    @AfterAll
    void stop() {
        clubpost.close();
    }

    @Test
    void visitorJoinsReadsAPostLeavesAndGetsNoMore() {
        var signUp = clubpost.post("/subscribe", Map.of("list", "news", "email", "ann@club.example", "name", "Ann"));
        var confirm = TestClubpost.link(clubpost.mailTo("ann@club.example", "Please confirm"), "/confirm");
        var question = clubpost.get(confirm);
        var joined = clubpost.post("/confirm", Map.of("token", TestClubpost.token(confirm)));
        clubpost.mailTo("ann@club.example", "Welcome");
        clubpost.mailTo("owner@example.org", "New member");
        var stored = clubpost.send("First");
        var copy = clubpost.mailTo("ann@club.example", "[news] First");
        var left = clubpost.post(TestClubpost.link(copy, "/unsubscribe"), Map.of("List-Unsubscribe", "One-Click"));
        clubpost.join("witness@club.example");
        clubpost.send("Second");
        clubpost.mailTo("witness@club.example", "[news] Second");

        assertEquals(200, signUp.statusCode());
        assertEquals(200, question.statusCode());
        assertEquals(200, joined.statusCode());
        assertEquals("250", stored.substring(0, 3));
        assertTrue(copy.startsWith("From: Olga Owner via News <news@lists.example.org>\r\n"), copy);
        assertEquals(200, left.statusCode());
        assertTrue(left.headers().firstValue("Set-Cookie").isEmpty());
        assertTrue(clubpost.mailsTo("ann@club.example").stream()
                .noneMatch(mail -> mail.get("subject").asText().contains("Second")));
    }

    /** What the text of a mail says: a short line, a page that changes nothing, and a button. */
    @Test
    void shortLinkInTheTextLeadsToTheButton() {
        clubpost.join("flo@club.example");
        clubpost.send("Short");
        var copy = clubpost.mailTo("flo@club.example", "Short");
        var leave = TestClubpost.link(copy, "/u");

        var lines = copy.substring(copy.indexOf("\r\n\r\n")).lines().filter(line -> line.contains(leave)).toList();
        assertEquals("http://localhost:" + clubpost.running().link("/").orElseThrow().getPort() + leave,
                lines.getFirst());
        assertEquals(200, clubpost.get(leave).statusCode());
        clubpost.head(leave);
        assertEquals(404, clubpost.post(leave, Map.of("List-Unsubscribe", "One-Click")).statusCode());
        assertTrue(clubpost.get(leave).body().contains("name=\"token\" value=\"" + TestClubpost.token(leave) + "\""));
        var left = clubpost.post("/unsubscribe", Map.of("token", TestClubpost.token(leave), "button", "yes"));
        var again = clubpost.get(leave);

        assertEquals(List.of(200, 200), List.of(left.statusCode(), again.statusCode()));
        clubpost.mailTo("flo@club.example", "You have left");
        assertEquals(404, clubpost.get("/u?" + "A".repeat(24)).statusCode());
        assertEquals(404, clubpost.get("/s?" + TestClubpost.token(leave)).statusCode());
    }

    /** A link that somebody found does little: one press in the goodbye mail undoes it. */
    @Test
    void whoIsTakenOffWithAFoundLinkComesBackInOnePress() {
        clubpost.join("erin@club.example");
        clubpost.send("Forwarded to all");
        var found = TestClubpost.link(clubpost.mailTo("erin@club.example", "Forwarded to all"), "/unsubscribe");
        var thief = clubpost.post(found, Map.of("List-Unsubscribe", "One-Click"));

        var back = TestClubpost.link(clubpost.mailTo("erin@club.example", "You have left")
                .replace("=\r\n", "").replace("=3D", "="), "/unsubscribe");
        var question = clubpost.get(back);
        var pressed = clubpost.post("/unsubscribe", Map.of("token", TestClubpost.token(back), "button", "yes"));
        var again = clubpost.post("/unsubscribe", Map.of("token", TestClubpost.token(back), "button", "yes"));
        clubpost.send("To all who stayed");

        assertEquals(List.of(200, 200, 200, 200), List.of(thief.statusCode(), question.statusCode(),
                pressed.statusCode(), again.statusCode()));
        assertFalse(thief.body().contains(TestClubpost.token(back)));
        clubpost.mailTo("erin@club.example", "To all who stayed");
        assertEquals(1, clubpost.mailsTo("erin@club.example").stream()
                .filter(mail -> mail.get("subject").asText().contains("You have left")).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%f", "%zz", "%ff", "%C3%28", "%%", "a%"})
    void badlyEncodedQueryIsAWrongLink(String value) {
        assertEquals(404, clubpost.status("GET", "/confirm?token=" + value));
        assertEquals(404, clubpost.status("GET", "/withdraw?token=" + value));
        assertEquals(404, clubpost.status("GET", "/unsubscribe?token=" + value));
        assertEquals(400, clubpost.status("POST", "/unsubscribe?token=" + value));
        assertEquals(404, clubpost.status("GET", "/manage?token=" + value));
        assertEquals(404, clubpost.status("GET", "/moderate?token=" + value));
        assertEquals(400, clubpost.status("GET", "/subscribe?list=" + value));
        assertEquals(200, clubpost.status("GET", "/mailbox?to=" + value));
        assertEquals(200, clubpost.status("GET", "/posts?" + value + "=" + value));
    }

    @Test
    void everyMemberGetsALinkOfTheirOwn() {
        clubpost.join("ben@club.example");
        clubpost.join("cleo@club.example");

        clubpost.send("Personal");

        var bens = TestClubpost.link(clubpost.mailTo("ben@club.example", "Personal"), "/unsubscribe");
        var cleos = TestClubpost.link(clubpost.mailTo("cleo@club.example", "Personal"), "/unsubscribe");
        assertFalse(bens.equals(cleos));
    }

    @Test
    void lookingAtALinkChangesNothing() {
        clubpost.post("/subscribe", Map.of("list", "news", "email", "dora@club.example"));
        var confirm = TestClubpost.link(clubpost.mailTo("dora@club.example", "Please confirm"), "/confirm");

        clubpost.get(confirm);
        clubpost.head(confirm);
        clubpost.get(confirm);

        assertEquals(1, clubpost.mailsTo("dora@club.example").size());
    }

    @Test
    void postsOfAListThatNumbersThemAreCountedOnAndSayWhereTheyAreArchived() {
        var table = clubpost.database();
        var chess = MailingList.create(new ListId("chess"), "lists.example.org", "Chess",
                List.of(EmailAddress.of("owner@example.org")));
        table.lists().create(chess.with(chess.layout().withSubjectTag("[chess %d]")
                .withArchive("https://archive.example/chess/{message-id}")));
        table.subscribers().create(SampleSubscribers.aMember(chess.id(), "gerd@club.example"));

        for (var subject : List.of("Opening", "Re: [chess 1] Opening")) {
            clubpost.send("owner@example.org", "chess@lists.example.org", "From: owner@example.org\r\n"
                    + "To: chess@lists.example.org\r\nSubject: " + subject + "\r\n\r\ne4\r\n");
            TestClubpost.waitUntil(subject, () -> clubpost.mailsTo("gerd@club.example").stream()
                    .anyMatch(mail -> mail.get("subject").asText().endsWith("Opening")
                            && mail.get("subject").asText().startsWith("Re:") == subject.startsWith("Re:")));
        }

        assertEquals(List.of("Re: [chess 2] Opening", "[chess 1] Opening"), clubpost.mailsTo("gerd@club.example")
                .stream().map(mail -> mail.get("subject").asText()).toList());
        var copy = clubpost.mailTo("gerd@club.example", "[chess 1] Opening");
        assertTrue(copy.contains("\r\nList-Archive: <https://archive.example/chess/>\r\n"), copy);
        assertTrue(copy.contains("\r\nArchived-At: <https://archive.example/chess/"), copy);
    }

    @Test
    void mailToAnUnknownAddressIsRefused() {
        var answer = clubpost.send("owner@example.org", "nobody@lists.example.org", "Subject: x\r\n\r\nx\r\n");

        assertEquals("550 5.1.1 No such mailbox here", answer);
    }

    @Test
    void mailOfAStrangerIsNotDistributed() {
        clubpost.join("emil@club.example");

        clubpost.send("mallory@elsewhere.example", "news@lists.example.org",
                "From: mallory@elsewhere.example\r\nTo: news@lists.example.org\r\nSubject: Cheap watches\r\n\r\nBuy.\r\n");
        clubpost.send("Genuine");
        clubpost.mailTo("emil@club.example", "Genuine");

        assertTrue(clubpost.mailsTo("emil@club.example").stream()
                .noneMatch(mail -> mail.get("subject").asText().contains("watches")));
    }

    @Test
    void healthSaysThatEveryPartIsReady() {
        var health = clubpost.get("/health");

        assertEquals(200, health.statusCode());
        assertEquals("{\"status\":\"ready\",\"database\":\"ready\",\"files\":\"ready\"}", health.body());
    }

    @Test
    void badInputIsNamedAndNotAFault() {
        assertEquals(400,
                clubpost.postJson("/subscribe", "{\"list\":\"news\",\"email\":\"not an address\"}").statusCode());
        assertEquals(400, clubpost.postJson("/subscribe", "{\"list\":").statusCode());
        assertEquals(405, clubpost.post("/health", Map.of()).statusCode());
        var wrong = clubpost.get("/no/such/page");
        assertEquals(404, wrong.statusCode());
        assertTrue(wrong.body().contains("Page not found"), wrong.body());
        assertEquals("no-store", wrong.headers().firstValue("cache-control").orElse(""));
        assertEquals("image/x-icon", clubpost.get("/favicon.ico").headers().firstValue("content-type").orElse(""));
        assertEquals(413, clubpost.postJson("/subscribe", " ".repeat(10_000_001)).statusCode());
    }

    @Test
    void secretsCanBeReadByTheirOwnerOnlyAndTheLogNamesNobody() throws Exception {
        clubpost.join("fritz@club.example");
        var log = Files.readString(data.resolve("clubpost.log"));

        assertTrue(log.contains("\"outcome\":\"joined\""), log);
        assertFalse(log.contains("@"), log);
        assertTrue(DataDirectory.isOnlyOurs(data), "something in it is not known to be the service's");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))));
    }
}
