package org.clubpost.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.backup.SampleData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {

    private static final Instant LONG_AGO = SampleData.NOW.minus(Duration.ofHours(2));

    private final Path root;
    private final SampleData data;

    CheckupTest(@TempDir Path temp) throws IOException {
        root = temp.resolve("data");
        data = SampleData.in(root);
    }

    @AfterEach
    void close() {
        data.close();
    }

    /** What is not right, a line each. */
    private List<String> found() {
        var lines = new ArrayList<String>();
        new Checkup(data.layout(), SampleData.NOW, finding -> {
            switch (finding) {
                case Finding.Right _ -> {
                    return;
                }
                case Finding.Wrong wrong -> lines.add("WRONG " + wrong.subject() + ": " + wrong.text());
                case Finding.Warning warning -> lines.add("warn " + warning.subject() + ": " + warning.text());
            }
        }).run();
        return lines;
    }

    private void assertFound(String... patterns) {
        var lines = found();
        assertEquals(patterns.length, lines.size(), lines.toString());
        for (var i = 0; i < patterns.length; i++) {
            assertTrue(lines.get(i).matches(patterns[i]), lines.get(i));
        }
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.layout().database());
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private Map<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                all.put(file.toString(), Files.getLastModifiedTime(file) + " "
                        + (Files.isDirectory(file) ? 0 : Files.size(file)));
            }
        }
        return all;
    }

    @Test
    void nothingIsFoundAndNothingIsChangedWhereAllIsRight() throws Exception {
        data.post("done", SampleData.done(true));
        data.post("held", SampleData.held(true, SampleData.NOW.plusSeconds(60)));
        data.close();
        var before = everything();

        assertFound();
        assertEquals(before, everything());
    }

    @Test
    void wrongCountIsFound() throws Exception {
        sql("UPDATE list SET confirmed_members = 7");

        assertFound("warn member counts: the list news says 7 members and has 0");
    }

    @Test
    void rowThatRefersToNothingIsFound() throws Exception {
        sql("INSERT INTO failure VALUES ('nothing', x'00', 'REFUSED', 'others', '[]', 1, 1)");

        assertFound("WRONG database: damaged, at 1 place at least: a row of failure refers to a row of post that is"
                + " not there");
    }

    @Test
    void postsWithoutTheirMailsAreFound() throws Exception {
        var held = data.post("held", SampleData.held(true, SampleData.NOW.plusSeconds(60)));
        var done = data.post("done", SampleData.done(true));
        data.post("sending", SampleData.sending());
        for (var name : List.of("held", "done")) {
            Files.delete(root.resolve("mail/inbound/news/" + name + ".eml"));
        }

        assertFound("WRONG posts: what goes out is missing for 1 post \\(.*\\)",
                "WRONG posts: the mail is missing of 1 post \\(" + held.id() + "\\) that .*",
                "warn posts: the mail is missing of 1 settled post \\(" + done.id() + "\\) .*",
                "warn posts: .* to news was on its way when the service ended");
    }

    @Test
    void stuckPostsAreFound() throws Exception {
        data.post("received", new PostState.Received());
        data.post("paused", new PostState.Paused(SampleData.sending(), SampleData.NOW.minus(Duration.ofDays(8))));
        sql("UPDATE post SET prepared = replace(mail, 'inbound', 'prepared')");
        for (var name : List.of("received", "paused")) {
            Files.createDirectories(root.resolve("mail/prepared/news"));
            Files.copy(root.resolve("mail/inbound/news/" + name + ".eml"),
                    root.resolve("mail/prepared/news/" + name + ".prepared"));
        }

        var lines = found().stream().filter(line -> line.contains(" posts: ")).sorted().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.getFirst().endsWith(" to news came in and was never judged"), lines.toString());
        assertTrue(lines.getLast().endsWith(" to news has been paused for more than a week"), lines.toString());
    }

    @Test
    void mailThatNobodyTookInIsFoundAndOneWithAMarkIsNot() throws Exception {
        data.mail("orphan", LONG_AGO);
        data.mark(data.mail("new", LONG_AGO));

        assertFound("warn mails: 1 was \\(.*inbound/news/orphan\\.eml\\) stored and not taken in");
    }

    @Test
    void fileWhoseTimeWasNotKeptIsToldApart() throws Exception {
        data.post("copied", SampleData.done(true));
        Files.setLastModifiedTime(root.resolve("mail/inbound/news/copied.eml"), FileTime.from(SampleData.NOW));

        assertFound("warn mails: 1 file has \\(.*copied\\.eml\\) another time than when the mail came");
    }

    @Test
    void oldMarksAreFound() throws Exception {
        var owed = data.mark(data.mail("owed", LONG_AGO));
        var without = data.mark(MailKey.inbound(SampleData.LIST, "nothing"));
        for (var mark : List.of(owed, without)) {
            Files.setLastModifiedTime(mark, FileTime.from(LONG_AGO));
        }

        assertFound("warn mails: 1 waits \\(.*owed\\) to be taken in for more than an hour",
                "warn mails: 1 mark has \\(.*nothing\\) no mail");
    }

    @Test
    void openFilesAndLeftoversAreFound() throws Exception {
        var left = Files.createFile(root.resolve("mail.eml").resolveSibling(".writing~0123"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        Files.setLastModifiedTime(left, FileTime.from(LONG_AGO));
        assertFound("warn permissions: 1 file or folder is open to others .*", "warn leftovers: 1 file was .*");

        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertFound("WRONG permissions: others can read the data: 1 file or folder .*", "warn leftovers: .*");
    }

    @Test
    void missingSecretsUnfinishedRestoreAndOldDataAreFound() throws Exception {
        Files.delete(data.layout().secrets());
        Files.createFile(data.layout().unfinishedRestore(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.createDirectory(data.layout().oldTable(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        assertFound("WRONG restore: .*broke off", "warn old data: .*", "WRONG secrets: .* is not there");
    }

    @Test
    void databaseThatIsNoneIsFound() throws Exception {
        data.close();
        Files.writeString(data.layout().database(), "Dear Sir or Madam");
        assertFound("WRONG database: .* is empty or no database");

        Files.write(data.layout().database(), new byte[0]);
        assertFound("WRONG database: .* is empty or no database");

        Files.delete(data.layout().database());
        assertFound("WRONG database: .* is not there");
    }

    @Test
    void databaseOfANewerVersionIsFound() throws Exception {
        sql("PRAGMA user_version = 99");

        assertFound("WRONG database: a newer version of Clubpost has written it");
    }
}
