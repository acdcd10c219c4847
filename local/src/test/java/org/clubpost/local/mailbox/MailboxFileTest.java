package org.clubpost.local.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
