package org.clubpost.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clubpost.core.FixedClock;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events are owed, in this run and in the next. */
final class InboundEventsTest {

    private static final MailKey MAIL = new MailKey("inbound/news/ab12");

    @TempDir
    private Path directory;

    private InboundEvents events(CountDownLatch called) throws IOException {
        return new InboundEvents((_, _) -> {
            called.countDown();
            return null;
        }, Duration.ofMinutes(1), directory.resolve("events"), new FixedClock());
    }

    @Test
    void announcedMailIsTakenUpByTheNextRun() throws Exception {
        try (var killed = events(new CountDownLatch(1))) {
            killed.announce(MAIL);
        }
        var called = new CountDownLatch(1);

        try (var next = events(called)) {
            assertEquals(List.of(MAIL), next.owed());
            next.resume();
            assertEquals(true, called.await(1, TimeUnit.MINUTES));
        }

        try (var last = events(new CountDownLatch(1))) {
            assertEquals(List.of(), last.owed());
        }
    }

    @Test
    void mailThatAnotherProcessAsksForIsTakenUp() throws Exception {
        var called = new CountDownLatch(1);
        try (var events = events(called)) {
            InboundEvents.ask(directory.resolve("events"), MAIL);

            events.takeUpForeign();
            assertEquals(true, called.await(1, TimeUnit.MINUTES));
        }
    }

    /** It may not be stored yet: to take it up now would mean to forget it. */
    @Test
    void mailThatThisProcessAnnouncedIsNotTakenUpBeforeItIsStored() throws IOException {
        var called = new CountDownLatch(1);
        try (var events = events(called)) {
            events.announce(MAIL);
            events.takeUpForeign();
        }
        assertEquals(1, called.getCount());
        try (var next = events(new CountDownLatch(1))) {
            assertEquals(List.of(MAIL), next.owed());
        }
    }

    @Test
    void withdrawnMailIsNotOwed() throws IOException {
        try (var events = events(new CountDownLatch(1))) {
            events.announce(MAIL);
            events.withdraw(MAIL);

            assertEquals(List.of(), events.owed());
        }
    }
}
