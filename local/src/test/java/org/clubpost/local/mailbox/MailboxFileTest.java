package org.clubpost.local.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the mailbox: what is in it, what is found in it, and what a kill may do to it. */
final class MailboxFileTest {

    private static final Instant AT = Instant.parse("2026-03-06T08:30:00Z");
    private static final long ALL = Long.MAX_VALUE;

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("mails");
    }

    private static SentMail mail(String recipient) {
        return new SentMail(0, AT, "news-bounces@lists.example.org", recipient,
                new SentMail.Title("News", recipient, "Hello"), 0);
    }

    private static byte[] octets(String text) {
        return text.getBytes(US_ASCII);
    }

    private static List<Long> ids(List<SentMail> mails) {
        return mails.stream().map(SentMail::id).toList();
    }

    @Test
    void whatWasPutInIsThereAfterItWasClosed() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ann@club.example"), octets("first"));
            mailbox.append(mail("ben@club.example"), octets("second"));
        }

        try (var mailbox = MailboxFile.open(file())) {
            assertEquals(Optional.of("second"), mailbox.read(2).map(octets -> new String(octets, US_ASCII)));
            assertEquals(new SentMail(1, AT, "news-bounces@lists.example.org", "ann@club.example",
                    new SentMail.Title("News", "ann@club.example", "Hello"), 5), mailbox.find(1).orElseThrow());
        }
    }

    @Test
    void recordThatWasBeingWrittenIsCutOffAndTheRestGoesOn() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ann@club.example"), octets("first"));
        }
        var whole = Files.readAllBytes(file());
        for (var torn = 1; torn < whole.length; torn++) {
            Files.write(file(), whole);
            Files.write(file(), Arrays.copyOf(whole, torn), StandardOpenOption.APPEND);

            try (var mailbox = MailboxFile.open(file())) {
                assertEquals(1, mailbox.size(), "torn after " + torn);
                mailbox.append(mail("ben@club.example"), octets("second"));
            }

            try (var mailbox = MailboxFile.open(file())) {
                assertEquals(List.of(2L, 1L), ids(mailbox.newest("", ALL, 10)), "torn after " + torn);
            }
        }
    }

    @Test
    void lastRecordWithWrongOctetsIsNoMail() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ann@club.example"), octets("first"));
            mailbox.append(mail("ben@club.example"), octets("second"));
        }
        var spoiled = Files.readAllBytes(file());
        spoiled[spoiled.length - 1] = 0;
        Files.write(file(), spoiled);

        try (var mailbox = MailboxFile.open(file())) {
            assertEquals(1, mailbox.size());
        }
    }

    /** Every octet of the second of three records is spoiled in turn. */
    @Test
    void damagedRecordCostsNoOtherOneAndNoNumberMeansAnotherMail() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ann@club.example"), octets("first"));
        }
        var first = Files.size(file());
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ben@club.example"), octets("second"));
        }
        var second = Files.size(file());
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("cem@club.example"), octets("third"));
        }
        var whole = Files.readAllBytes(file());
        for (var at = (int) first; at < second; at++) {
            var spoiled = whole.clone();
            spoiled[at] ^= 0x55;
            Files.write(file(), spoiled);

            try (var mailbox = MailboxFile.open(file())) {
                assertEquals(List.of(3L, 1L), ids(mailbox.newest("", ALL, 10)), "octet " + at);
                assertEquals(List.of(1L), ids(mailbox.newest("", 3, 10)), "octet " + at);
                assertEquals(Optional.empty(), mailbox.read(2));
                assertEquals("third", new String(mailbox.read(3).orElseThrow(), US_ASCII));
                assertEquals(4, mailbox.append(mail("dee@club.example"), octets("fourth")));
            }
        }
    }

    @Test
    void mailThatLooksLikeARecordIsNone() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ann@club.example"), octets("inner"));
        }
        var record = Files.readAllBytes(file());
        Files.delete(file());
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ben@club.example"), record);
            mailbox.append(mail("cem@club.example"), octets("CPM2CPM2"));
        }

        try (var mailbox = MailboxFile.open(file())) {
            assertEquals(List.of(2L, 1L), ids(mailbox.newest("", ALL, 10)));
        }
    }

    @Test
    void mailboxOfAnEarlierVersionIsLeftAsItIs() throws IOException {
        var earlier = octets("CPMB and what follows");
        Files.write(file(), earlier);

        assertThrows(IOException.class, () -> MailboxFile.open(file()));

        assertArrayEquals(earlier, Files.readAllBytes(file()));
    }

    @Test
    void writersAtTheSameTimeShareTheForcesAndLoseNothing() throws Exception {
        var writers = 16;
        var each = 20;
        try (var mailbox = MailboxFile.open(file()); var threads = Executors.newFixedThreadPool(writers)) {
            var done = IntStream.range(0, writers).mapToObj(_ -> threads.submit(() -> {
                for (var i = 0; i < each; i++) {
                    var id = mailbox.append(mail("ann@club.example"), octets("x".repeat(i)));
                    mailbox.force();
                    assertEquals(i, mailbox.read(id).orElseThrow().length);
                }
                return true;
            })).toList();
            for (var writer : done) {
                assertTrue(writer.get());
            }
        }

        try (var mailbox = MailboxFile.open(file())) {
            assertEquals(LongStream.rangeClosed(1, (long) writers * each).boxed().toList().reversed(),
                    ids(mailbox.newest("", ALL, 1000)));
        }
    }

    @Test
    void nobodyElseCanReadIt() throws IOException {
        MailboxFile.open(file()).close();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void wholeAddressFindsItselfAndAPartFindsWhatContainsIt() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            mailbox.append(mail("ann@club.example"), octets("1"));
            mailbox.append(mail("joann@club.example"), octets("2"));
            mailbox.append(mail("ben@other.example"), octets("3"));

            assertEquals(List.of(1L), ids(mailbox.newest("Ann@Club.example", ALL, 10)));
            assertEquals(List.of(2L, 1L), ids(mailbox.newest("ann", ALL, 10)));
            assertEquals(List.of(3L, 2L, 1L), ids(mailbox.newest("", ALL, 10)));
            assertEquals(List.of(), mailbox.newest("nobody@club.example", ALL, 10));
        }
    }

    @Test
    void pagesFollowOneAnother() throws IOException {
        try (var mailbox = MailboxFile.open(file())) {
            for (var i = 0; i < 5; i++) {
                mailbox.append(mail("ann@club.example"), octets("x"));
            }

            assertEquals(List.of(5L, 4L), ids(mailbox.newest("", ALL, 2)));
            assertEquals(List.of(3L, 2L), ids(mailbox.newest("", 4, 2)));
            assertEquals(List.of(1L), ids(mailbox.newest("", 2, 2)));
            assertFalse(mailbox.read(6).isPresent());
        }
    }
}
