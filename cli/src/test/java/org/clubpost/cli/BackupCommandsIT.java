package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.StartFailure;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes all data along, brings it back and looks it over, by command. */
final class BackupCommandsIT {

    /** How a command ended. */
    private record Answer(int code, String out, String err) {}

    private static LocalService start(Path data) throws StartFailure {
        ServiceLog.silence();
        return LocalService.start(new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), "lists.example.org",
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW));
    }

    private static Answer run(String... command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
        return new Answer(code, out.toString(), err.toString());
    }

    @Test
    void backupIsTakenAndRestoredAndCheckedBesideARunningService(@TempDir Path temp) throws StartFailure {
        var data = temp.resolve("data").toString();
        var file = temp.resolve("b").toString();
        var fresh = temp.resolve("new").toString();
        try (var service = start(temp.resolve("data"))) {
            assertEquals("lists.example.org", service.running().domain());
            run("members", "add", "news", "ann@club.example", "--data", data);

            var made = run("backup", file, "--data", data);
            var again = run("backup", file, "--data", data);
            var checked = run("check", "--data", data);
            var occupied = run("restore", file, "--data", data);

            assertEquals(0, made.code(), made.err());
            assertTrue(made.out().contains("secret keys"), made.out());
            assertTrue(made.out().contains("./clubpost restore " + file + " --data NEW-DIR"), made.out());
            assertEquals(1, again.code());
            assertTrue(again.err().contains("is there already"), again.err());
            assertEquals(0, checked.code(), checked.out());
            assertTrue(checked.out().contains("right  database           whole"), checked.out());
            assertEquals(1, occupied.code());
            assertTrue(occupied.err().contains("A Clubpost is running on the data in "), occupied.err());
        }
        var restored = run("restore", file, "--data", fresh);

        assertEquals(0, restored.code(), restored.err());
        assertTrue(restored.out().contains(": 1 list and 0 mails."), restored.out());
        assertTrue(restored.out().contains("./clubpost start --data " + fresh), restored.out());
        assertTrue(run("members", "ls", "news", "--data", fresh).out().contains("ann@club.example"));
        assertEquals(0, run("check", "--data", fresh).code());
    }

    @Test
    void restoreThatBrokeOffIsSaidByEveryCommand(@TempDir Path data) throws Exception {
        Files.createFile(data.resolve("restore-unfinished"));

        for (var command : new String[][]{{"start"}, {"list", "ls"}, {"backup", data.resolve("b").toString()}}) {
            var arguments = Arrays.copyOf(command, command.length + 2);
            arguments[command.length] = "--data";
            arguments[command.length + 1] = data.toString();
            var answer = run(arguments);

            assertEquals(1, answer.code());
            assertTrue(answer.err().contains("broke off"), answer.err());
        }
        assertFalse(Files.exists(data.resolve("clubpost.db")));
        assertEquals(1, run("check", "--data", data.toString()).code());
    }

    @Test
    void mistakesAreSaid(@TempDir Path temp) {
        assertEquals(2, run("restore", "b").code());
        assertTrue(run("restore", "b", "--data", temp.toString()).err().contains("There is no file b."));
        assertTrue(run("check", "--data", temp.resolve("x").toString()).err().contains("There is no directory"));
        assertTrue(run("backup", "b", "--data", temp.toString()).err().contains("There is no data of Clubpost in"));
    }
}
