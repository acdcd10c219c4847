package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clubpost.core.care.Control;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.local.backup.Backup;
import org.clubpost.local.backup.Restore;
import org.clubpost.local.backup.RestoreFailure;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that the last version before SQLite left (the tag before-sqlite), as its directory and as its export. */
final class OldDataIT {

    private static final ListId CHESS = new ListId("chess");
    private static final ListId NEWS = new ListId("news");
    private static final PostId ON_ITS_WAY = new PostId("01a223b29d7002a5dea43abf");
    private static final PostId HELD = new PostId("01a223b230103822943da958");
    private static final Instant EXPORTED = Instant.parse("2026-11-28T19:47:24Z");

    private static Path copy(String name, Path target) throws IOException {
        try (var in = Objects.requireNonNull(OldDataIT.class.getResourceAsStream("old/" + name), name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static Path directory(Path temp) throws IOException {
        var data = Files.createDirectory(temp.resolve("old"));
        try (var zip = FileSystems.newFileSystem(copy("data.zip", temp.resolve("data.zip")));
                var files = Files.walk(zip.getPath("/"))) {
            for (var file : files.filter(each -> each.getNameCount() > 0).toList()) {
                Files.copy(file, data.resolve(file.toString().substring(1)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return data;
    }

    private static Restore.Restored restore(Path temp, Instant now) throws IOException, RestoreFailure {
        return new Restore(new DataLayout(temp.resolve("new")), InstantSource.fixed(now))
                .from(copy("export.zip", temp.resolve("export.zip")));
    }

    /** Every file with its octets, time and permissions. */
    private static Map<String, String> everything(Path root) throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                all.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.getPosixFilePermissions(file)
                        + (Files.isDirectory(file) ? "" : Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return all;
    }

    @Test
    void startOnTheOldDirectoryChangesNothingAndSaysWhatToDo(@TempDir Path temp) throws Exception {
        var old = directory(temp);
        var before = everything(old);

        var start = assertThrows(StartFailure.class, () -> TestClubpost.start(old));
        var command = assertThrows(UnusableData.class, () -> LocalData.open(old));

        assertTrue(start.reason().contains("of a version before SQLite. Nothing in it was changed."), start.reason());
        assertTrue(start.reason().contains("./clubpost restore FILE --data NEW-DIR"), start.reason());
        assertEquals(start.reason(), command.reason());
        assertEquals(before, everything(old));
    }

    @Test
    void listsMembersAndPostsAreThere(@TempDir Path temp) throws Exception {
        var restored = restore(temp, EXPORTED);

        assertEquals(new Restore.Waiting(1, 1), restored.waiting());
        try (var database = SqliteDatabase.open(new DataLayout(temp.resolve("new")).database(),
                InstantSource.fixed(EXPORTED))) {
            var chess = database.lists().find(CHESS).orElseThrow();
            assertEquals("Chess Club", chess.profile().name());
            assertEquals(List.of("carla@example.org"),
                    chess.people().owners().stream().map(owner -> owner.written()).toList());
            assertEquals(3, database.lists().confirmedMembers(CHESS));
            assertEquals(30, database.lists().confirmedMembers(NEWS));
            assertTrue(database.lists().find(new ListId("gone")).isEmpty());
            assertEquals(1, of(database, new ListId("gone"), SubscriberStatus.REMOVED));
            assertEquals(2, of(database, NEWS, SubscriberStatus.PENDING));
            var posts = database.posts().of(CHESS).map(Post::state).toList();
            assertEquals(3, posts.size());
            assertEquals(2, posts.stream().filter(state -> state instanceof PostState.Done done
                    && done.tally().failed() == 1).count());
            assertInstanceOf(PostState.Paused.class, database.posts().find(ON_ITS_WAY).orElseThrow().state());
        }
    }

    private static long of(SqliteDatabase database, ListId list, SubscriberStatus status) {
        try (var all = database.subscribers().all(list)) {
            return all.filter(subscriber -> SubscriberStatus.of(subscriber) == status).count();
        }
    }

    @Test
    void linksOfOldMailsWorkAndThePostGoesOnWhenSomebodySaysSo(@TempDir Path temp) throws Exception {
        restore(temp, Instant.now());
        var sent = Files.readString(directory(temp).resolve("mailbox/mails"), StandardCharsets.ISO_8859_1);
        try (var running = TestClubpost.start(temp.resolve("new"))) {
            var leave = first("http://localhost:18181(/unsubscribe\\?token=[\\w-]+Y2hlc3[\\w-]+)", sent);
            assertTrue(running.get(leave).body().contains("<form"), "no button on the leave page");
            running.post(leave, Map.of("List-Unsubscribe", "One-Click"));
            assertEquals(2, running.database().lists().confirmedMembers(CHESS));

            // A link with the letter s in it sends the held post.
            var send = first("http://localhost:18181(/moderate\\?token=AnM[\\w-]+)", sent);
            running.post("/moderate", Map.of("token", TestClubpost.token(send)));
            TestClubpost.waitUntil("the held post to go out", () -> running.database().posts().find(HELD).orElseThrow()
                    .state() instanceof PostState.Done);

            assertInstanceOf(PostState.Paused.class, running.database().posts().find(ON_ITS_WAY).orElseThrow().state());
            assertEquals(0, copies(running, "On its way"));
            new Control(running.database().posts(), running.database().ranges(), InstantSource.system())
                    .resume(ON_ITS_WAY);
            TestClubpost.waitUntil("the post to be done", () -> running.database().posts().find(ON_ITS_WAY)
                    .orElseThrow().state() instanceof PostState.Done done && done.tally().sent() == 30);
            assertEquals(30, copies(running, "[news] On its way"));
        }
    }

    private static long copies(TestClubpost running, String subject) {
        return running.mails().stream().filter(mail -> mail.get("subject").asText().equals(subject)).count();
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), pattern);
        return found.group(1);
    }

    /** Otherwise a mail that the old service has sent since would go out again by itself. */
    @Test
    void mailThatWasNotTakenInIsHeldWhenTheServiceStarts(@TempDir Path temp) throws Exception {
        var data = temp.resolve("data");
        try (var service = TestClubpost.start(data)) {
            service.join("ann@club.example");
            service.send("First");
            service.mailTo("ann@club.example", "First");
        }
        var inbound = data.resolve("mail/inbound/news");
        try (var mails = Files.list(inbound)) {
            var first = Files.readString(mails.findFirst().orElseThrow());
            Files.writeString(inbound.resolve("owed.eml"), first.replace("First", "Old").replace("Hello", "Hi"));
        }
        Files.createFile(data.resolve("events/inbound%2Fnews%2Fowed"));
        try (var open = LocalData.open(data)) {
            new Backup(open.layout()).write(open.database(), temp.resolve("b"),
                    Instant.now().plus(Duration.ofSeconds(1)));
        }

        var restored = new Restore(new DataLayout(temp.resolve("new")), InstantSource.system())
                .from(temp.resolve("b"));

        assertEquals(new Restore.Waiting(0, 1), restored.waiting());
        try (var service = TestClubpost.start(temp.resolve("new"))) {
            service.mailTo("owner@example.org", "Old");
            assertInstanceOf(PostState.Held.class,
                    service.database().posts().of(NEWS).findFirst().orElseThrow().state());
            assertEquals(0, service.mails().stream().filter(mail -> mail.get("subject").asText().equals("[news] Old"))
                    .count());
        }
    }
}
