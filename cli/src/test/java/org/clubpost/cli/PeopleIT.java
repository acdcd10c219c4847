package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.local.LocalData;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.StartFailure;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do for one person: let in, refuse, tell everything, erase. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PeopleIT {

    private Path data = Path.of("");

    /** How a command ended. */
    private record Answer(int code, String out, String err) {}

    @BeforeAll
    void prepare(@TempDir Path directory) throws StartFailure {
        ServiceLog.silence();
        data = directory;
        LocalService.start(new LocalSettings(directory,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), "lists.example.org",
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW)).close();
    }

    private Answer run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(new PrintWriter(new BufferedWriter(out), true),
                new PrintWriter(new BufferedWriter(err), true),
                arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private String done(String... command) {
        var answer = run(command);
        assertEquals(0, answer.code(), answer.err());
        return answer.out();
    }

    private void list(String name) {
        done("list", "create", name, "--name", "Chess Club", "--owner", "olga@club.example");
    }

    /** Somebody has confirmed the address and waits for the owners. */
    private void applied(String list, String text, Past past) throws Exception {
        try (var open = LocalData.open(data)) {
            var address = EmailAddress.of(text);
            var person = new Person(new SubscriberIds(open.secrets().installation()).of(address), address,
                    PersonName.NONE, Locale.ENGLISH);
            var origin = new Origin(Instant.parse("2026-01-02T03:04:05Z"), "192.0.2.7", "Mozilla/5.0");
            var applied = new Subscriber.Applied(new ListId(list), person,
                    new Consent.DoubleOptIn("/subscribe", "00", origin, origin, TokenDigest.of("link")), past);
            var subscribers = open.database().subscribers();
            var known = subscribers.find(applied.list(), applied.id());
            assertTrue(known.isPresent()
                    ? subscribers.replace(known.get(), applied)
                    : subscribers.create(applied));
        }
    }

    private Subscriber known(String list, String text) throws Exception {
        try (var open = LocalData.open(data)) {
            return open.database().subscribers()
                    .find(new ListId(list), new SubscriberIds(open.secrets().installation()).of(EmailAddress.of(text)))
                    .orElseThrow().subscriber();
        }
    }

    @Test
    void mistypedAddressIsMended() {
        list("mend");
        done("members", "add", "mend", "anan@club.example");
        done("members", "add", "mend", "ben@club.example");

        assertEquals("Changed.\n", done("members", "mend", "mend", "anan@club.example", "anna@club.example"));

        assertTrue(done("members", "ls", "mend").contains("anna@club.example"));
        assertTrue(run("members", "mend", "mend", "anna@club.example", "ben@club.example").err()
                .contains("Somebody is a member with that address already."));
        assertTrue(run("members", "mend", "mend", "cleo@club.example", "c@club.example").err()
                .contains("This address is not a member of the list."));
        assertTrue(run("members", "mend", "mend", "nonsense", "c@club.example").err()
                .contains("is not an e-mail address."));
    }

    @Test
    void heldPostIsShownAndDropped() throws Exception {
        list("held");
        var key = MailKey.inbound(new ListId("held"), "one");
        var id = PostId.of(Instant.parse("2026-01-02T03:04:05Z"), key);
        try (var open = LocalData.open(data)) {
            assertTrue(open.database().posts().create(Post.unread(id, new ListId("held"), key).with(
                    new PostState.Held(Reason.of(Reason.Cause.MAY_NOT_POST), PostState.Held.Decider.OWNERS, List.of(),
                            true, Instant.now().plus(Duration.ofDays(1))))));
        }

        assertTrue(done("posts", "held", "held").contains(id.value()));
        assertEquals("Dropped.\n", done("posts", "drop", id.value()));

        assertFalse(done("posts", "held", "held").contains(id.value()));
        assertTrue(run("posts", "drop", id.value()).err().contains("does not wait for a decision"));
        assertTrue(run("posts", "drop", "nonsense").err().contains("There is no post"));
    }

    @Test
    void whoWaitsIsLetInOrRefused() throws Exception {
        list("chess");
        applied("chess", "anna@club.example", new Past.Stranger());
        applied("chess", "ben@club.example", new Past.Stranger());

        assertTrue(done("members", "approve", "chess", "anna@club.example").startsWith("Let in."));
        assertTrue(run("members", "approve", "chess", "anna@club.example").err().contains("Nobody with this address"));
        assertTrue(done("members", "refuse", "chess", "ben@club.example").startsWith("Refused."));
        assertTrue(run("members", "refuse", "chess", "cleo@club.example").err().contains("Nobody with this address"));
        assertEquals(2, run("members", "approve", "chess", "nonsense").code());
        assertEquals(2, run("members", "refuse", "chess", "nonsense").code());

        assertTrue(done("members", "ls", "chess").contains("anna@club.example"));
        var log = done("list", "log", "chess");
        assertTrue(log.contains("became a member") && log.contains("the operator"), log);
    }

    @Test
    void whoSignedUpAgainSinceIsNotRestored() throws Exception {
        list("again");
        done("members", "add", "again", "dora@club.example");
        done("members", "remove", "again", "dora@club.example");
        var removed = (Subscriber.Removed) known("again", "dora@club.example");
        applied("again", "dora@club.example", new Past.FormerMember(removed));

        var answer = run("members", "restore", "again", "dora@club.example");

        assertEquals(1, answer.code());
        assertTrue(answer.err().contains("has signed up again since, and waits for the owners"), answer.err());
        done("members", "approve", "again", "dora@club.example");
        assertTrue(done("members", "restore", "again", "dora@club.example").contains("signed up with the form"));
    }

    @Test
    void everythingAboutSomebodyIsTold() {
        list("told");
        done("members", "add", "told", "emil@club.example", "--reason", "asked at the stand");

        var file = done("members", "export-person", "emil@club.example");

        for (var said : List.of("clubpost person 1", "emil@club.example", "asked at the stand", "\"history\"",
                "\"joined\"", "\"operator\"")) {
            assertTrue(file.contains(said), said + " in " + file);
        }
        assertTrue(run("members", "export-person", "nobody@club.example").err().contains("Nothing is stored"));
        assertEquals(2, run("members", "export-person", "nonsense").code());
    }

    @Test
    void whoIsErasedIsAKeyAndStaysAway() {
        list("gone");
        done("members", "add", "gone", "finn@club.example");
        done("list", "set", "gone", "posters=finn@club.example");

        var said = done("members", "erase", "finn@club.example");

        assertTrue(said.startsWith("Erased on gone.") && said.contains("The settings of gone name this address"), said);
        assertFalse(done("members", "ls", "gone").contains("finn@club.example"));
        assertFalse(done("members", "export-person", "finn@club.example").contains("finn@club.example"));
        assertTrue(done("list", "log", "gone").contains("Everything about the person was erased"));
        assertEquals(1, run("members", "add", "gone", "finn@club.example").code());
        assertTrue(done("members", "erase", "finn@club.example").startsWith("Nothing was known"));
        assertEquals(1, run("members", "erase", "finn@club.example", "--list", "none").code());
        assertEquals(2, run("members", "erase", "nonsense").code());
    }

    @Test
    void pageAboutPrivacyIsAFile() {
        list("page");

        var german = done("list", "privacy", "page", "--language", "de");

        assertTrue(german.contains("lang=\"de\"") && german.contains("<style>"), german);
        assertTrue(german.contains("14 Tage") && german.contains("400 Tage") && german.contains("2 Jahre"), german);
        assertFalse(german.contains("{{") || german.contains("rel=\"stylesheet\""), german);
        assertTrue(done("list", "privacy", "page").contains("14 days"));
        assertEquals(1, run("list", "privacy", "none").code());
    }

    @Test
    void newKeyIsInTheLog() {
        list("keys");

        done("secrets", "rotate");

        assertTrue(done("list", "log", "keys").contains("The service got a new key to sign links with."));
    }
}
