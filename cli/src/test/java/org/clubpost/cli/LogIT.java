package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

/** What the commands tell of what was done, and take back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LogIT {

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
        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(err, true),
                arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private String done(String... command) {
        var answer = run(command);
        assertEquals(0, answer.code(), answer.err());
        return answer.out();
    }

    /** The id of the newest entry of that list's log which says this. */
    private String entry(String list, String said) {
        return done("list", "log", list).lines().filter(line -> line.contains(said)).findFirst()
                .map(line -> line.split(" +", 0)[1]).orElseThrow();
    }

    @Test
    void whatTheCommandsDoIsToldAndTakenBack() throws IOException {
        done("list", "create", "chess", "--name", "Chess Club", "--owner", "olga@club.example");
        done("list", "set", "chess", "subject-tag=[c]");
        done("members", "add", "chess", "anna@club.example", "--reason", "asked by phone");
        done("members", "set", "chess", "anna@club.example", "--language", "de", "--name", "Anna");
        var file = Files.writeString(data.resolve("people.csv"), "email\nben@club.example\ncleo@club.example\n");
        done("members", "import", "chess", file.toString(), "--reason", "on paper");
        assertEquals("Removed.\n", done("members", "remove", "chess", "ben@club.example"));

        var log = done("list", "log", "chess");
        for (var said : List.of("The list was made.", "subject-tag: “[c]” in place of “[chess]”",
                "brought in, on the word of whoever did it", "Name: changed; Language: “Deutsch” in place of “English”",
                "Members were imported: 2 came in", "The member was removed.", "the operator", "anna@club.example")) {
            assertTrue(log.contains(said), said + " in " + log);
        }
        assertEquals(6, log.lines().count() - 1);
        assertEquals(3, done("list", "log", "chess", "--limit", "2").lines().count());
        assertTrue(done("list", "log", "chess", "--json").contains("\"who\" : \"the operator\""));

        var settings = entry("chess", "subject-tag");
        assertEquals("Taken back.\n", done("list", "undo", "chess", settings));
        assertTrue(done("list", "show", "chess").matches("(?s).*subject-tag +\\[chess\\].*"));
        assertTrue(run("list", "undo", "chess", settings).err().contains("has changed since"));
        assertTrue(run("list", "undo", "chess", entry("chess", "was made")).err().contains("cannot be taken back"));
        assertTrue(run("list", "undo", "chess", "nothing").err().contains("has no entry"));

        assertEquals("The person is a member again, as before.\n",
                done("members", "restore", "chess", "ben@club.example"));
        assertEquals("This person is a member.\n", done("members", "restore", "chess", "ben@club.example"));
        assertTrue(run("members", "restore", "chess", "nobody@club.example").err().contains("Nobody was removed"));

        var shown = done("members", "show", "ben@club.example");
        assertTrue(Pattern.compile("member since .*brought in.*The member was removed.*The removal was undone",
                Pattern.DOTALL).matcher(shown).find(), shown);
        assertTrue(run("members", "show", "nobody@club.example").err().contains("Nothing is known"));
    }

    @Test
    void removedListIsTakenBackAndItsMembersOneByOne() {
        done("list", "create", "bridge", "--name", "Bridge", "--owner", "olga@club.example");
        done("members", "add", "bridge", "anna@club.example");
        done("list", "rm", "bridge", "--with-members");
        assertEquals(1, run("list", "show", "bridge").code());

        done("list", "undo", "bridge", entry("bridge", "The list was removed."));
        done("members", "restore", "bridge", "anna@club.example");

        assertTrue(done("list", "show", "bridge").contains("Bridge"));
        assertTrue(done("members", "ls", "bridge").contains("anna@club.example"));
        assertTrue(done("list", "log", "bridge").contains("All members were removed together with the list: 1."));
    }

    @Test
    void sheetOfConsentIsPrintedAndWritten() throws IOException {
        done("list", "create", "consent", "--name", "Consent", "--owner", "olga@club.example");
        done("members", "add", "consent", "dora@club.example", "--reason", "asked at the stand");
        done("list", "create", "second", "--name", "Second", "--owner", "olga@club.example");
        done("members", "add", "second", "dora@club.example");
        var page = data.resolve("dora.html");

        var text = done("members", "consent", "dora@club.example");
        done("members", "consent", "dora@club.example", "--list", "consent", "--html", page.toString(), "--language",
                "de");

        assertTrue(text.contains("asked at the stand") && text.contains("Second <second@"), text);
        var html = Files.readString(page);
        assertTrue(html.contains("asked at the stand") && html.contains("Einwilligung und Geschichte"), html);
        assertFalse(html.contains("{{"));
        assertTrue(run("members", "consent", "dora@club.example", "--html", page.toString()).err()
                .contains("Say which with --list."));
        assertTrue(run("members", "consent", "dora@club.example", "--list", "consent", "--html", page.toString()).err()
                .contains("cannot be written"));
    }
}
