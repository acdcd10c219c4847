package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose database fails in the middle of it. */
final class ImportFailureIT {

    private static final int PEOPLE = 4005;

    @TempDir
    private Path data;

    /** How a command ended. */
    private record Answer(int code, String out, String err) {}

    private Answer run(String... command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
        return new Answer(code, out.toString(), err.toString());
    }

    private Answer importAll(Path file) {
        return run("members", "import", "big", file.toString(), "--reason", "on paper", "--data", data.toString());
    }

    private long members() {
        return run("members", "export", "big", "--status", "confirmed", "--data", data.toString()).out().lines()
                .filter(line -> line.startsWith("m")).count();
    }

    private void database(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("clubpost.db"));
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** People go in by the order of their keys, which are as good as random: those of the last quarter are in part 2. */
    @Test
    void errorOfTheDatabaseSaysHowFarItGotAndRunningAgainIsHarmless() throws Exception {
        ServiceLog.silence();
        try (var _ = LocalService.start(new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), "lists.example.org",
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW))) {
            run("list", "create", "big", "--name", "Big", "--owner", "olga@club.example", "--data", data.toString());
            var file = Files.writeString(data.resolve("big.csv"), IntStream.range(0, PEOPLE)
                    .mapToObj(i -> "m" + i + "@club.example\n").collect(Collectors.joining("", "email\n", "")));
            database("CREATE TRIGGER fails BEFORE INSERT ON subscriber WHEN NEW.key >= X'C0' "
                    + "BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END");

            var failed = importAll(file);

            assertEquals(1, failed.code(), failed.toString());
            assertTrue(failed.err().contains("Stopped when 2000 of 4005 people were through. Run the same command "
                    + "again for the others: who is in stays as they are."), failed.err());
            var through = members();
            assertTrue(through >= 2000 && through < PEOPLE, "in are " + through);

            database("DROP TRIGGER fails");
            var again = importAll(file);
            var third = importAll(file);

            assertEquals(0, again.code(), again.err());
            assertTrue(again.out().contains("Added " + (PEOPLE - through) + ", members before " + through + ", "),
                    again.out());
            assertTrue(third.out().contains("Added 0, members before " + PEOPLE + ", "), third.out());
            assertEquals(PEOPLE, members());
        }
    }
}
