package org.clubpost.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.DataLayout;
import org.clubpost.local.check.Checkup;
import org.clubpost.local.check.Finding;
import org.clubpost.local.files.FileMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void archiveIsForItsOwnerOnlyAndNothingElseIsLeft(@TempDir Path temp) throws Exception {
        try (var data = SampleData.in(temp.resolve("data"))) {
            data.post("a", SampleData.done(true));

            var written = new Backup(data.layout()).write(data.database(), temp.resolve("b"), SampleData.NOW);

            assertEquals(2, written.mails());
            assertEquals(Files.size(temp.resolve("b")), written.octets());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("b"))));
            assertEquals(List.of("b", "data"), names(temp));
        }
    }

    @Test
    void noFileIsOverwritten(@TempDir Path temp) throws Exception {
        try (var data = SampleData.in(temp.resolve("data"))) {
            var letter = Files.writeString(temp.resolve("letter"), "Dear Sir or Madam");

            var failure = assertThrows(BackupFailure.class,
                    () -> new Backup(data.layout()).write(data.database(), letter, SampleData.NOW));

            assertTrue(failure.reason().startsWith(letter + " is there already."), failure.reason());
            assertEquals("Dear Sir or Madam", Files.readString(letter));
        }
    }

    @Test
    void folderThatIsNotThereIsSaid(@TempDir Path temp) throws Exception {
        try (var data = SampleData.in(temp.resolve("data"))) {
            var failure = assertThrows(BackupFailure.class,
                    () -> new Backup(data.layout()).write(data.database(), temp.resolve("x/b"), SampleData.NOW));

            assertTrue(failure.reason().endsWith("there is no such directory."), failure.reason());
        }
    }

    @Test
    void whatAKilledBackupLeftGoesWithTheNextOneAndWhatIsAtWorkStays(@TempDir Path temp) throws Exception {
        var killed = Files.createDirectory(temp.resolve(".clubpost-backup~killed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(killed.resolve("lock"));
        Files.writeString(killed.resolve("clubpost.db"), "half a database");
        try (var data = SampleData.in(temp.resolve("data")); var atWork = Bench.beside(temp.resolve("other"))) {
            Files.writeString(atWork.resolve("clubpost.db"), "half a database");

            new Backup(data.layout()).write(data.database(), temp.resolve("b"), SampleData.NOW);

            assertFalse(Files.exists(killed));
            assertTrue(Files.exists(atWork.resolve("clubpost.db")));
        }
        assertEquals(List.of("b", "data"), names(temp));
    }

    @Test
    void damagedDatabaseGivesNoBackup(@TempDir Path temp) throws Exception {
        try (var data = SampleData.in(temp.resolve("data"))) {
            for (var i = 0; i < 200; i++) {
                data.database().remember("fact " + i, "x".repeat(1000));
            }
        }
        var layout = new DataLayout(temp.resolve("data"));
        try (var file = FileChannel.open(layout.database(), StandardOpenOption.WRITE)) {
            var pages = Files.size(layout.database()) / 8192;
            for (var page = pages - 12; page < pages; page++) { // The schema is in front of these.
                file.write(ByteBuffer.wrap("damage".getBytes(StandardCharsets.US_ASCII)),
                        page * 8192L);
            }
        }
        try (var database = SampleData.open(layout)) {
            var failure = assertThrows(BackupFailure.class,
                    () -> new Backup(layout).write(database, temp.resolve("b"), SampleData.NOW));

            assertTrue(failure.reason().contains("the way back is"), failure.reason());
            assertEquals(List.of("data"), names(temp));
        }
    }

    /** Mails come in and are taken in, by several writers, all the time; each backup must hold together. */
    @Test
    void backupHoldsTogetherWhileTheServiceWrites(@TempDir Path temp) throws Exception {
        var stop = new AtomicBoolean();
        var begun = new CountDownLatch(200);
        var answered = new AtomicInteger();
        try (var data = SampleData.in(temp.resolve("data")); var writers = Executors.newFixedThreadPool(3)) {
            for (var writer = 0; writer < 3; writer++) {
                var name = "w" + writer + "-";
                var _ = writers.submit(() -> {
                    for (var i = 0; !stop.get(); i++) {
                        receive(data, name + i);
                        answered.incrementAndGet();
                        begun.countDown();
                    }
                    return null;
                });
            }
            begun.await();
            for (var i = 0; i < 3; i++) {
                var before = answered.get();
                new Backup(data.layout()).write(data.database(), temp.resolve("b" + i), Instant.now());
                assertHoldsTogether(temp.resolve("b" + i), temp.resolve("new" + i), before);
            }
            stop.set(true);
        }
    }

    private static void receive(SampleData data, String name) throws IOException {
        var mails = new FileMails(data.layout().mail());
        var key = MailKey.inbound(SampleData.LIST, name);
        var mark = data.mark(key);
        mails.put(key, MailContent.of(new byte[1000]));
        var id = PostId.of(mails.find(key).orElseThrow().storedAt(), key);
        var post = Post.unread(id, SampleData.LIST, key);
        data.database().posts().create(post);
        mails.put(id.preparedMail(), MailContent.of(new byte[1000]));
        data.database().posts().replace(post, post.with(new PostState.Sending(id.preparedMail(), 1, Instant.now())));
        Files.delete(mark);
    }

    private static void assertHoldsTogether(Path archive, Path target, int answered) throws Exception {
        var restored = new Restore(new DataLayout(target), InstantSource.system()).from(archive);

        var findings = new ArrayList<Finding>();
        new Checkup(new DataLayout(target), Instant.now(), findings::add).run();
        assertEquals(List.of(), findings.stream().filter(finding -> !(finding instanceof Finding.Right)).toList());
        var waiting = restored.waiting().paused() + restored.waiting().held();
        assertTrue(waiting >= answered, waiting + " posts of " + answered);
    }
}
