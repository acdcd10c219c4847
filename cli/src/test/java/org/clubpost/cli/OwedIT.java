package org.clubpost.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.LocalData;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.StartFailure;
import org.clubpost.local.UnusableData;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.compose.KnownWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command only writes down, because it takes a mail, and the service does: at once, or when one is started. */
final class OwedIT {

    private static final ListId CHESS = new ListId("chess");
    private static final String OLGA = "olga@club.example";

    @TempDir
    private Path data = Path.of("");
    private Optional<LocalService> service = Optional.empty();

    /** How a command ended. */
    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void prepare() throws StartFailure {
        ServiceLog.silence();
        startService();
        done("list", "create", "chess", "--name", "Chess Club", "--owner", OLGA);
        done("list", "set", "chess", "posting=owners", "others=hold");
        done("members", "add", "chess", "anna@club.example", "--no-mail");
    }

    @AfterEach
    void stopService() {
        service.ifPresent(LocalService::close);
        service = Optional.empty();
    }

    private void startService() throws StartFailure {
        service = Optional.of(LocalService.start(new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), "lists.example.org",
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW)));
    }

    private Answer run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(err, true),
                arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private String done(String... command) {
        var answer = run(command);
        assertEquals(0, answer.code(), answer.err());
        return answer.out();
    }

    private String refused(String... command) {
        var answer = run(command);
        assertTrue(answer.code() > 0, answer.out());
        return answer.err();
    }

    private static <T> T until(Look<T> look, Predicate<T> isFine) throws Exception {
        for (var left = 300;; left--) {
            var seen = look.once();
            if (isFine.test(seen) || left == 0) {
                assertTrue(isFine.test(seen), () -> "in time, but not " + seen);
                return seen;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** A look at something that comes to be. */
    private interface Look<T> {

        T once() throws IOException, UnusableData;
    }

    private List<Post> posts() throws UnusableData {
        try (var open = LocalData.open(data); var all = open.database().posts().of(CHESS)) {
            return all.toList();
        }
    }

    /** The mails of the mailbox to somebody that have this text in them. */
    private List<String> mails(String recipient, String text) throws IOException {
        var found = new ArrayList<String>();
        for (var mail : new ObjectMapper().readTree(get("/mailbox/api/messages?limit=1000"))) {
            var raw = get("/mailbox/api/messages/" + mail.path("id").asText() + "/raw");
            if (mail.path("to").asText().equals(recipient) && raw.contains(text)) {
                found.add(raw);
            }
        }
        return found;
    }

    private String get(String path) throws IOException {
        var running = service.orElseThrow().running();
        var connection = running.pages().resolve(path).toURL().openConnection();
        connection.setRequestProperty("Cookie", running.cookie());
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    /** Sam, who is proven and may not post, has written; the post waits. */
    private Post held() throws Exception {
        var sam = EmailAddress.of("sam@stranger.example");
        var to = EmailAddress.of("chess@lists.example.org");
        var now = Instant.now();
        var draft = new Draft(new Draft.Writer("Sam", sam), to, "Chess sets",
                new Draft.Words("For sale.", Optional.empty()),
                List.of(), Optional.empty());
        var key = MailKey.inbound(CHESS, "from-sam");
        try (var open = LocalData.open(data)) {
            open.mails().put(key, KnownWriter.vouched(draft.mail("sam", now), sam, to, "1", now));
            open.takeIn(key);
        }
        return until(this::posts, all -> all.size() == 1 && all.getFirst().state() instanceof PostState.Held held
                && held.told()).getFirst();
    }

    @Test
    void heldPostIsSentByTheServiceThatRuns() throws Exception {
        var id = held().id().value();

        assertEquals("It is let through within a minute. What became of it: ./clubpost posts show " + id + "\n",
                done("posts", "send", id));

        until(this::posts, all -> all.getFirst().state() instanceof PostState.Done);
        assertEquals(1, mails("anna@club.example", "For sale.").size());
        assertTrue(refused("posts", "send", id).contains("does not wait for a decision"));
        assertTrue(done("list", "log", "chess").lines()
                .anyMatch(line -> line.contains("command-line") && line.contains(id)), done("list", "log", "chess"));
    }

    @Test
    void withoutAServiceARefusalWaitsForTheNextOneAndNobodyCanSendThePost() throws Exception {
        var id = held().id().value();
        stopService();

        assertEquals("Noted. No service runs here now; it is done when one is started.\n",
                done("posts", "refuse", id, "--reason", "Not on topic."));
        done("posts", "refuse", id, "--reason", "No sales here.");
        assertTrue(refused("posts", "send", id).contains("does not wait for a decision"));
        startService();

        until(this::posts, all -> all.getFirst().state() instanceof PostState.Rejected);
        until(() -> mails("sam@stranger.example", "No sales here."), all -> !all.isEmpty());
        assertEquals(1, mails("sam@stranger.example", "No sales here.").size());
    }

    @Test
    void postThatIsWrittenGoesOutAndOnceHoweverOftenTheCommandIsRun() throws Exception {
        var text = Files.writeString(data.resolveSibling("notes.md"), "**Tonight** at eight.\n");

        assertTrue(done("posts", "write", "chess", text.toString(), "--subject", "Rehearsal", "--markdown", "--name",
                "Olga").startsWith("Handed in."));
        until(this::posts, all -> all.size() == 1 && all.getFirst().state() instanceof PostState.Done);
        done("posts", "write", "chess", text.toString(), "--subject", "Rehearsal", "--markdown", "--name", "Olga");
        done("posts", "write", "chess", text.toString(), "--subject", "Another", "--markdown");
        until(this::posts,
                all -> all.size() == 2 && all.stream().allMatch(each -> each.state() instanceof PostState.Done));

        var mails = mails("anna@club.example", "Rehearsal");
        assertEquals(1, mails.size());
        assertTrue(mails.getFirst().contains("<strong>Tonight</strong>"), mails.getFirst());
    }

    @Test
    void postIsWrittenForLaterWithAFileWhileNoServiceRuns() throws Exception {
        var at = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var text = Files.writeString(data.resolveSibling("later.txt"), "See you.\n");
        var file = Files.writeString(data.resolveSibling("plan.txt"), "The plan.\n");
        stopService();

        assertTrue(done("posts", "write", "chess", text.toString(), "--subject", "Later", "--at", at.toString(),
                "--attach", file.toString()).startsWith("Noted. No service runs here now"));
        startService();

        var post = until(this::posts, all -> all.size() == 1 && all.getFirst().state() instanceof PostState.Waiting)
                .getFirst();
        assertEquals(at, ((PostState.Waiting) post.state()).until());
    }

    @Test
    void testGoesToItsAuthorAloneAndTheDraftDoesNotStay() throws Exception {
        var text = Files.writeString(data.resolveSibling("draft.txt"), "Only a test.\n");

        assertEquals("A test goes to olga@club.example within a minute; its subject begins with a mark such as [Test]. "
                + "Nothing is posted.\n",
                done("posts", "write", "chess", text.toString(), "--subject", "Draft", "--test"));

        until(() -> mails(OLGA, "Subject: [Test] [chess] Draft"), all -> all.size() == 1);
        assertEquals(List.of(), posts());
        assertEquals(List.of(), mails("anna@club.example", "Only a test."));
        until(() -> {
            try (var open = LocalData.open(data); var keys = open.mails().keys("inbound/chess/")) {
                return keys.toList();
            }
        }, List::isEmpty);
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNothingIsPosted() throws Exception {
        var text = Files.writeString(data.resolveSibling("a.txt"), "Text.\n").toString();
        var empty = Files.writeString(data.resolveSibling("b.txt"), " \n").toString();

        assertTrue(refused("posts", "write", "chess", text, "--subject", " ").contains("--subject is a line"));
        assertTrue(refused("posts", "write", "chess", empty, "--subject", "S").contains("The text has 1 to"));
        assertTrue(refused("posts", "write", "chess", text + "x", "--subject", "S").contains("cannot be read"));
        assertTrue(refused("posts", "write", "chess", text, "--subject", "S", "--from", "eve@else.example")
                .contains("--from is an owner or a moderator"));
        assertTrue(refused("posts", "write", "chess", text, "--subject", "S", "--group", "board")
                .contains("The list has no group"));
        assertTrue(refused("posts", "write", "chess", text, "--subject", "S", "--at", "tomorrow")
                .contains("--at is a time such as"));
        assertTrue(refused("posts", "write", "chess", text, "--subject", "S", "--at", "+10000-01-01T08:00Z")
                .contains("--at is a time"));
        assertTrue(refused("posts", "write", "chess", text, "--subject", "S", "--at", "2020-01-01T08:00")
                .contains("--at is over"));
        assertTrue(refused("posts", "write", "chess", text, "--subject", "S", "--attach", text + "x")
                .contains("cannot be read"));
        assertEquals(List.of(), posts());
    }

    @Test
    void somebodyIsInvitedToJoinAndBecomesNoMember() throws Exception {
        assertTrue(done("members", "invite", "chess", "ben@club.example").startsWith("They are asked by mail"));

        until(() -> mails("ben@club.example", "An owner of the list"), all -> !all.isEmpty());
        assertTrue(done("members", "invite", "chess", "dora@club.example", "--by", OLGA).startsWith("They are asked"));
        until(() -> mails("dora@club.example", OLGA), all -> !all.isEmpty());
        assertEquals("This person is a member.\n", done("members", "invite", "chess", "anna@club.example"));
        assertTrue(refused("members", "invite", "chess", "cleo@club.example", "--by", "eve@else.example")
                .contains("--by is an owner of the list"));
        assertFalse(done("members", "ls", "chess", "--status", "confirmed").contains("ben@club.example"));
    }

    @Test
    void remarkIsSetShownAndTakenAway() {
        assertEquals("Noted.\n", done("members", "note", "chess", "anna@club.example", "--set", "Pays late."));
        assertEquals("Pays late.\n", done("members", "note", "chess", "anna@club.example"));
        assertEquals("Removed.\n", done("members", "note", "chess", "anna@club.example", "--set", ""));
        assertEquals("\n", done("members", "note", "chess", "anna@club.example"));
        assertTrue(refused("members", "note", "chess", "anna@club.example", "--set", "x".repeat(10_001))
                .contains("A remark has at most"));
        assertTrue(refused("members", "note", "chess", "eve@else.example", "--set", "x").contains("Nobody"));
    }

    @Test
    void ownerIsAskedByMailAndHasNoRoleBefore() throws Exception {
        stopService();
        assertTrue(done("list", "appoint", "chess", "otto@club.example", "--as", "owner").startsWith("Noted."));
        assertEquals("They have that role already.\n", done("list", "appoint", "chess", OLGA, "--as", "owner"));
        startService();

        until(() -> mails("otto@club.example", "/rooms/"), all -> all.size() == 1);
        var people = done("list", "people", "chess");
        assertTrue(people.matches("(?s).*olga@club.example +owner.*otto@club.example +owner +[0-9a-f]{20}.*"), people);
        assertFalse(done("list", "show", "chess").contains("otto@club.example"));
        assertEquals("Taken back.\n", done("list", "appoint", "chess", "otto@club.example", "--as", "owner",
                "--withdraw"));
        assertFalse(done("list", "people", "chess").contains("otto@club.example"));
        assertTrue(refused("list", "appoint", "chess", "otto@club.example", "--as", "owner", "--withdraw")
                .contains("They are not asked"));
        assertTrue(
                refused("list", "appoint", "chess", "otto@club.example", "--as", "king").contains("--as is owner or"));
    }

    @Test
    void roleIsTakenAwayButNotTheLastOwners() {
        done("list", "set", "chess", "owners=olga@club.example,otto@club.example", "moderators=mia@club.example");

        var told = "They and the owners are told by mail within a minute.\n";
        assertEquals("otto@club.example is no owner of chess any more.\n" + told,
                done("list", "dismiss", "chess", "otto@club.example", "--as", "owner"));
        assertEquals("mia@club.example is no moderator of chess any more.\n" + told,
                done("list", "dismiss", "chess", "mia@club.example", "--as", "moderator"));
        assertTrue(refused("list", "dismiss", "chess", "mia@club.example", "--as", "moderator")
                .contains("They have no such role"));
        assertTrue(refused("list", "dismiss", "chess", OLGA, "--as", "owner").contains("A list has an owner"));
    }

    @Test
    void whoeverComesGoesOrStaysIsToldByMail() throws Exception {
        assertEquals("""
                Changed owners of chess.
                otto@club.example is an owner now.
                olga@club.example is no owner any more.
                They and the owners are told by mail within a minute.
                """, done("list", "set", "chess", "owners=otto@club.example"));
        done("list", "makers", "--add", "mia@club.example");

        for (var person : List.of("otto@club.example", OLGA)) {
            assertEquals(1, until(() -> mails(person, "olga@club.example"), found -> !found.isEmpty()).size());
        }
        assertEquals(1, until(() -> mails("mia@club.example", "make lists"), found -> !found.isEmpty()).size());
    }

    @Test
    void settingsAreCopiedAndAListBeginsWithThoseOfAnother() {
        done("list", "create", "go", "--name", "Go Club", "--owner", OLGA, "--like", "chess", "--language", "de");
        assertTrue(done("list", "show", "go").matches("(?s).*posting +owners.*"));
        assertTrue(done("list", "show", "go").matches("(?s).*language +de.*"));
        done("list", "set", "chess", "posting=members");

        assertTrue(done("list", "copy", "go", "chess").startsWith(
                "Changed language, posting, subject-tag of go. To take it back: ./clubpost list undo go "));
        assertEquals("It has these settings already.\n", done("list", "copy", "go", "chess"));
        assertTrue(refused("list", "create", "no", "--name", "No", "--owner", OLGA, "--language", "tlh")
                .contains("--language: a list speaks"));
        assertTrue(refused("list", "create", "no", "--name", "No", "--owner", OLGA, "--like", "nothing")
                .contains("There is no list \"nothing\""));
    }

    @Test
    void whoMayMakeListsIsShownAndChanged() {
        assertEquals("", done("list", "makers"));
        assertEquals("mia@club.example\n", done("list", "makers", "--add", "mia@club.example"));
        assertEquals("mia@club.example\n", done("list", "makers", "--add", "mia@club.example"));
        assertEquals("", done("list", "makers", "--remove", "mia@club.example"));
    }
}
