package org.clubpost.local.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.DataLayout;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {

    private static final Instant LATER = SampleData.NOW.plus(Duration.ofDays(30));

    private Path folder = Path.of("");
    private Path archive = Path.of("");
    private Path target = Path.of("");

    /** An entry of an archive: its time or another comment, and its content. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(String comment, byte[] octets) {

        static Content of(String text) {
            return new Content("", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void choose(@TempDir Path temp) {
        folder = temp;
        archive = temp.resolve("backup");
        target = temp.resolve("new");
    }

    private SampleData sample() throws IOException {
        return SampleData.in(folder.resolve("data"));
    }

    private void back(SampleData data) throws BackupFailure {
        new Backup(data.layout()).write(data.database(), archive, SampleData.NOW);
    }

    private Restore.Restored restore() throws RestoreFailure {
        return new Restore(new DataLayout(target), InstantSource.fixed(LATER)).from(archive);
    }

    private SqliteDatabase restored() {
        return SampleData.open(new DataLayout(target));
    }

    private PostState state(Post post) throws Exception {
        try (var database = restored()) {
            return database.posts().find(post.id()).orElseThrow().state();
        }
    }

    @Test
    void everythingComesBackWithItsTimesAndForItsOwnerOnly() throws Exception {
        MailKey mail;
        Post post;
        try (var data = sample()) {
            mail = data.mail("Ab12", Instant.parse("2026-11-01T10:00:00.123Z"));
            post = data.post("cd34", SampleData.done(true));
            back(data);
        }

        var restored = restore();

        assertEquals(new Restore.Restored(SampleData.NOW, 1, 3, new Restore.Waiting(0, 0)), restored);
        assertEquals(post.state(), state(post));
        for (var name : List.of("secrets.properties", "mail/inbound/news/%41b12.eml", "mail/inbound/news/cd34.eml")) {
            var before = folder.resolve("data").resolve(name);
            var after = target.resolve(name);
            assertArrayEquals(Files.readAllBytes(before), Files.readAllBytes(after), name);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(after)), name);
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        assertEquals(Instant.parse("2026-11-01T10:00:00.123Z"),
                Files.getLastModifiedTime(target.resolve("mail/inbound/news/%41b12.eml")).toInstant(), mail.value());
        assertFalse(Files.exists(new DataLayout(target).unfinishedRestore()));
    }

    @Test
    void whatWasGoingOutIsPaused() throws Exception {
        var sending = SampleData.sending();
        try (var data = sample()) {
            var going = List.of(data.post("a", sending), data.post("b", new PostState.Resumed(sending, LATER)),
                    data.post("c", new PostState.Parked(sending, PostState.Parked.Cause.FAULT,
                            Reason.of(Reason.Cause.FAILED_AGAIN), LATER, false)));
            back(data);

            assertEquals(new Restore.Waiting(3, 0), restore().waiting());
            for (var post : going) {
                assertEquals(new PostState.Paused(sending, LATER), state(post));
            }
        }
    }

    @Test
    void whatHadNotBegunIsHeldWithTimeToDecide() throws Exception {
        try (var data = sample()) {
            var fresh = data.post("a", new PostState.Received());
            var waiting = data.post("b", new PostState.Waiting(new MailKey("prepared/0"),
                    PostState.Waiting.Why.SEND_AT, SampleData.NOW.plusSeconds(60), List.of()));
            var untold = data.post("c", SampleData.held(false, SampleData.NOW));
            back(data);

            assertEquals(new Restore.Waiting(0, 3), restore().waiting());
            for (var post : List.of(fresh, waiting, untold)) {
                var held = assertInstanceOf(PostState.Held.class, state(post));
                assertEquals(Reason.of(Reason.Cause.RESTORED), held.reason());
                assertEquals(LATER.plus(Duration.ofDays(14)), held.until());
                assertFalse(held.told());
            }
        }
    }

    @Test
    void heldPostKeepsItsReasonAndGetsTime() throws Exception {
        try (var data = sample()) {
            var told = data.post("a", SampleData.held(true, SampleData.NOW));
            back(data);
            restore();

            assertEquals(SampleData.held(true, LATER.plus(Duration.ofDays(14))), state(told));
        }
    }

    @Test
    void nobodyIsToldAgainOfWhatWasDone() throws Exception {
        try (var data = sample()) {
            var done = data.post("a", SampleData.done(false));
            var cancelled = data.post("b", new PostState.Cancelled(new Tally(1, 0), SampleData.NOW, false));
            back(data);
            restore();

            assertTrue(state(done).isSettled());
            assertTrue(state(cancelled).isSettled());
        }
    }

    @Test
    void mailThatWasNotTakenInIsHeld() throws Exception {
        try (var data = sample()) {
            var marked = data.mail("marked", SampleData.NOW.minusSeconds(9));
            data.mark(marked);
            data.mark(MailKey.inbound(SampleData.LIST, "announced"));
            data.mail("taken", SampleData.NOW.minusSeconds(8));
            var meanwhile = data.mail("meanwhile", SampleData.NOW.plusMillis(3));
            back(data);

            assertEquals(new Restore.Waiting(0, 2), restore().waiting());
            try (var database = restored()) {
                assertEquals(List.of(meanwhile, marked),
                        database.posts().of(SampleData.LIST).map(Post::mail).toList());
                assertEquals(Optional.of(SampleData.NOW.plusMillis(3)), database.posts().of(SampleData.LIST)
                        .map(Post::id).map(PostId::storedAt).findFirst());
            }
            try (var marks = Files.list(new DataLayout(target).events())) {
                assertEquals(0, marks.count());
            }
        }
    }

    private void refused(String beginning) throws IOException {
        var there = Files.exists(target);

        var failure = assertThrows(RestoreFailure.class, this::restore);

        assertTrue(failure.reason().startsWith(beginning), failure.reason());
        assertEquals(there, Files.exists(target), "something was left");
        assertFalse(Files.exists(new DataLayout(target).unfinishedRestore()));
    }

    @Test
    void directoryThatHoldsSomethingIsRefused() throws Exception {
        try (var data = sample()) {
            back(data);
        }
        Files.createDirectories(target);
        Files.createFile(target.resolve("letter.txt"));
        refused(target + " is not empty.");

        target = Files.createFile(folder.resolve("file"));
        refused(target + " is a file.");
    }

    @Test
    void truncatedOrForeignFileIsRefused() throws Exception {
        refused("There is no file " + archive);
        Files.writeString(archive, "Dear Sir or Madam");
        refused(archive + " is no backup of Clubpost");
        write(Map.of("letter.txt", Content.of("Dear Sir or Madam")));
        refused(archive + " is no backup of Clubpost");

        Files.delete(archive);
        try (var data = sample()) {
            back(data);
        }
        var octets = Files.readAllBytes(archive);
        for (var length : List.of(0, 1, 100, octets.length / 2, octets.length - 1)) {
            Files.write(archive, Arrays.copyOf(octets, length));
            refused(archive + " is no backup of Clubpost");
        }
    }

    @Test
    void anyOctetThatIsWrongIsFoundBeforeAnythingIsWritten() throws Exception {
        try (var data = sample()) {
            data.post("a", SampleData.done(true));
            back(data);
        }
        var octets = Files.readAllBytes(archive);
        var found = 0;
        for (var at = 200; at < octets.length; at += octets.length / 40) {
            var damaged = octets.clone();
            damaged[at] ^= 0x55;
            Files.write(archive, damaged);
            try {
                restore();
                // It was in what ZIP says twice, or in a comment of the archive.
                target = folder.resolve("new" + at);
            } catch (RestoreFailure e) {
                found++;
                assertFalse(Files.exists(target), "something was left");
            }
        }
        assertTrue(found > 30, "found " + found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "/etc/evil", "mail/../../evil.eml", "mail/inbound/../../../evil.eml",
                    "mail\\..\\evil.eml", "mail/inbound/news/a.sh", "clubpost.log", "lock", "events/../x", "mail/.eml",
                    "mail/inbound/", "C:/evil.eml", "restore-unfinished"})
    void entryThatDoesNotBelongThereIsRefused(String name) throws Exception {
        var entries = goodEntries();
        entries.put(name, Content.of(""));
        write(entries);

        refused("The backup holds a file that does not belong there: " + name);
    }

    @Test
    void newerSchemaAndNewerShapeAreRefused() throws Exception {
        var entries = goodEntries();
        var database = Objects.requireNonNull(entries.get("clubpost.db")).octets();
        database[63] = 99;
        write(entries);
        refused("A newer version of Clubpost made the backup.");

        entries = goodEntries();
        entries.put(ArchiveHead.NAME, new Content("", new ArchiveHead(2, SampleData.NOW).text()));
        write(entries);
        refused("A newer version of Clubpost made the backup.");
    }

    @Test
    void whatIsMissingOrMadeUpIsRefused() throws Exception {
        for (var name : List.of("clubpost.db", "secrets.properties")) {
            var entries = goodEntries();
            entries.remove(name);
            write(entries);
            refused("The backup has no database or no secrets.");
            entries.put(name, Content.of("made up"));
            write(entries);
            refused("The backup is damaged at " + name);
        }
        var entries = goodEntries();
        entries.put("mail/inbound/news/a.eml", new Content("yesterday", new byte[0]));
        write(entries);
        refused("The backup is damaged at mail/inbound/news/a.eml");
        entries.put("mail/inbound/news/a.eml", new Content("1", new byte[(100 << 20) + 1]));
        write(entries);
        refused("The backup is damaged at mail/inbound/news/a.eml");
    }

    @Test
    void damagedDatabaseInsideIsFoundAndNothingIsLeft() throws Exception {
        var entries = goodEntries();
        Arrays.fill(Objects.requireNonNull(entries.get("clubpost.db")).octets(), 8192, 3 * 8192, (byte) 7);
        write(entries);

        refused("The database in the backup is damaged.");
    }

    private Map<String, Content> goodEntries() throws Exception {
        Files.deleteIfExists(archive);
        var data = folder.resolve("data");
        if (!Files.exists(data)) {
            sample().close();
        }
        try (var database = SampleData.open(new DataLayout(data))) {
            new Backup(new DataLayout(data)).write(database, archive, SampleData.NOW);
        }
        var entries = new LinkedHashMap<String, Content>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new Content(String.valueOf(entry.getComment()), in.readAllBytes()));
                }
            }
        }
        return new LinkedHashMap<>(new HashMap<>(entries));
    }

    private void write(Map<String, Content> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive); var zip = new ZipOutputStream(out)) {
            for (var each : entries.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                entry.setComment(each.getValue().comment());
                zip.putNextEntry(entry);
                zip.write(each.getValue().octets());
            }
        }
    }
}
