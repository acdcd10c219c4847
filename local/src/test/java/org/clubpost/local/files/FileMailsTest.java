package org.clubpost.local.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.MailStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileMailsTest implements MailStoreContract {

    private static final MailKey KEY = new MailKey("inbound/news/ab12");

    @TempDir
    private Path root;

    @Override
    public MailStore testee() {
        return new FileMails(root);
    }

    private static MailContent mail(String text) {
        return MailContent.of(text.getBytes(US_ASCII));
    }

    private List<String> keys(String prefix) {
        try (var keys = testee().keys(prefix)) {
            return keys.map(MailKey::value).toList();
        }
    }

    @Test
    void mailIsAFileThatCanBeRead() throws IOException {
        testee().put(KEY, mail("Subject: x\r\n\r\n"));

        assertEquals("Subject: x\r\n\r\n", Files.readString(root.resolve("inbound/news/ab12.eml")));
    }

    @Test
    void timeOfStoringIsThatOfTheFileToTheMillisecond() throws IOException {
        testee().put(KEY, mail("x"));
        Files.setLastModifiedTime(root.resolve("inbound/news/ab12.eml"),
                FileTime.from(Instant.parse("2026-03-06T08:30:00.123456789Z")));

        assertEquals(Instant.parse("2026-03-06T08:30:00.123Z"), testee().find(KEY).orElseThrow().storedAt());
    }

    @Test
    void prefixMayEndWithinANameAndNamesNothingElse() {
        for (var key : List.of("inbound/new/1", "inbound/news/1", "inbound/news/12", "inbound/newsletter/1",
                "prepared/1")) {
            testee().put(new MailKey(key), mail("x"));
        }

        assertEquals(List.of("inbound/new/1", "inbound/news/1", "inbound/news/12", "inbound/newsletter/1"),
                keys("inbound/new"));
        assertEquals(List.of("inbound/news/12"), keys("inbound/news/12"));
        assertEquals(List.of("prepared/1"), keys("prepared/"));
        assertEquals(5, keys("").size());
        assertEquals(List.of(), keys("elsewhere/"));
        assertEquals(List.of(), keys("../"));
    }

    @Test
    void whatSomebodyElsePutThereIsNoMail() throws IOException {
        testee().put(KEY, mail("x"));
        for (var name : List.of(".writing~0123456789abcdef", "README", "a letter.eml", "%zz.eml", "A.eml", "%61.eml")) {
            Files.createFile(root.resolve("inbound/news").resolve(name));
        }

        assertEquals(List.of(KEY.value()), keys(""));
    }

    @Test
    void mailIsOldOrNewAfterEveryStepOfAnotherProcess() {
        var kills = 0;
        for (var at = 1; at < 50; at++) {
            testee().put(KEY, mail("old"));
            kills += isKilled(at) ? 1 : 0;

            var found = new String(testee().find(KEY).orElseThrow().content().toByteArray(), US_ASCII);

            assertTrue(List.of("old", "new").contains(found), found);
            assertEquals(List.of(KEY.value()), keys(""));
        }
        assertEquals(8, kills);
    }

    private boolean isKilled(int at) {
        try {
            new FileMails(root, new DurableFiles(root, new BreakingDisk(Disk.real(), BreakingDisk.Break.KILLED, at)))
                    .put(KEY, mail("new"));
            return false;
        } catch (BreakingDisk.Killed killed) {
            return true;
        }
    }

    @Test
    void fullDiskIsNoReasonToForgetTheMailThatWasThere() {
        testee().put(KEY, mail("old"));
        var full = new FileMails(root,
                new DurableFiles(root, new BreakingDisk(Disk.real(), BreakingDisk.Break.FAILS, 5)));

        assertThrows(UnavailableException.class, () -> full.put(KEY, mail("new")));

        assertEquals("old", new String(testee().find(KEY).orElseThrow().content().toByteArray(), US_ASCII));
    }

    @Test
    void readersAndWritersAtTheSameTimeSeeWholeMails() throws Exception {
        var short1 = mail("1".repeat(10));
        var long2 = mail("2".repeat(300_000));
        testee().put(KEY, short1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var writers = IntStream.range(0, 2).mapToObj(i -> threads.submit(() -> {
                for (var round = 0; round < 20; round++) {
                    testee().put(KEY, i == 0 ? short1 : long2);
                }
            })).toList();
            var readers = IntStream.range(0, 2).mapToObj(_ -> threads.submit(() -> {
                for (var round = 0; round < 100; round++) {
                    var found = testee().find(KEY).orElseThrow().content().toByteArray();
                    assertEquals(found[0] == '1' ? 10 : 300_000, found.length);
                }
            })).toList();
            for (var each : writers) {
                each.get();
            }
            for (var each : readers) {
                each.get();
            }
        }
    }
}
