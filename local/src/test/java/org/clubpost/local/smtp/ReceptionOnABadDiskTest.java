package org.clubpost.local.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.local.SmtpDialogue;
import org.clubpost.local.lambda.InboundEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail that cannot be kept is not taken. Its sender is told to try again, and nothing of it remains. */
final class ReceptionOnABadDiskTest {

    private static final String MAIL = "From: owner@example.org\r\nSubject: x\r\n\r\nHello.\r\n";

    @TempDir
    private Path temp;
    private final FixedClock clock = new FixedClock();

    /** A disk without room for a mail. */
    private static final class Full implements MailStore {

        @Override
        public void put(MailKey key, MailContent content) {
            throw new UnavailableException("full");
        }

        @Override
        public Optional<StoredMail> find(MailKey key) {
            return Optional.empty();
        }

        @Override
        public void remove(MailKey key) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Stream<MailKey> keys(String prefix) {
            return Stream.empty();
        }
    }

    private String answer(MailStore store, InboundEvents events) throws IOException {
        var ports = new SmtpFront.Ports(new InMemoryLists(SampleLists.aList(new ListId("news"))), SampleLists.DOMAIN,
                store, events, Trust.LOOPBACK, new MailMemory());
        try (var front = SmtpFront.open(InetAddress.getLoopbackAddress(), 0, ports, clock, new Random(3))) {
            return SmtpDialogue.submit(front.port(), "owner@example.org", "news@" + SampleLists.DOMAIN, MAIL);
        }
    }

    private InboundEvents events() throws IOException {
        return new InboundEvents((_, _) -> null, Duration.ofMinutes(1), temp.resolve("events"), clock);
    }

    @Test
    void mailThatCannotBeStoredIsPutOffAndNotOwed() throws IOException {
        try (var events = events()) {
            var answer = answer(new Full(), events);

            assertEquals("451", answer.substring(0, 3));
            assertEquals(List.of(), events.owed());
        }
    }

    @Test
    void mailWhoseEventCannotBeNotedIsPutOffAndNotStored() throws IOException {
        var store = new InMemoryMailStore(clock);
        try (var events = events()) {
            Files.delete(temp.resolve("events"));
            Files.createFile(temp.resolve("events"));

            var answer = answer(store, events);

            assertEquals("451", answer.substring(0, 3));
            assertEquals(0, store.keys("").count());
        }
    }
}
