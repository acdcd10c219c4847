package org.clubpost.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.core.FixedClock;
import org.clubpost.core.store.MailKey;
import org.jspecify.annotations.Nullable;
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

    private InboundEvents side(RequestHandler<S3Event, @Nullable Void> handler, long size) throws IOException {
        return new InboundEvents(handler, Duration.ofMinutes(1), directory.resolve("events"), _ -> size,
                new FixedClock());
    }

    private static void store(InboundEvents events, MailKey mail) {
        events.announce(mail);
        events.stored(mail);
    }

    private static MailKey mail(int number) {
        return new MailKey("inbound/news/" + number);
    }

    /** Each waits for all, so that the test ends only when three are under way together. */
    @Test
    void severalMailsAreTakenInSideBySide() throws Exception {
        var together = new CyclicBarrier(3);
        var done = new CountDownLatch(3);
        try (var events = side((_, _) -> {
            meet(together);
            done.countDown();
            return null;
        }, 1000)) {
            for (var number = 0; number < 3; number++) {
                store(events, mail(number));
            }

            assertEquals(true, done.await(1, TimeUnit.MINUTES));
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void largeMailsAreTakenInOneAfterTheOther() throws Exception {
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(20);
        try (var events = side((_, _) -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            under.decrementAndGet();
            done.countDown();
            return null;
        }, 40 << 20)) {
            for (var number = 0; number < 10; number++) {
                store(events, mail(number));
                events.takeUp(mail(100 + number));
            }

            assertEquals(true, done.await(1, TimeUnit.MINUTES));
        }
        assertEquals(1, most.get());
    }

    /** The one that is tried again does not end before the new one is done. */
    @Test
    void mailThatIsTakenUpKeepsNoNewOneWaiting() throws Exception {
        var done = new CountDownLatch(1);
        try (var events = side((event, _) -> {
            if (event.getRecords().getFirst().getS3().getObject().getKey().endsWith("old")) {
                await(done);
            } else {
                done.countDown();
            }
            return null;
        }, 1000)) {
            for (var number = 0; number < 10; number++) {
                events.takeUp(new MailKey("inbound/news/" + number + "old"));
            }
            store(events, MAIL);

            assertEquals(true, done.await(1, TimeUnit.MINUTES));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
