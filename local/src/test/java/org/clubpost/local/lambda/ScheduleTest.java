package org.clubpost.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.core.UnavailableException;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @BeforeAll
    static void silence() {
        ServiceLog.silence();
    }

    private String nextCall() throws InterruptedException {
        var call = calls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return call == null ? "" : call;
    }

    @Test
    void handlerIsCalledAtOnceAndLongBeforeTheNextTime() throws InterruptedException {
        try (var _ = new Schedule("sweep", (_, context) -> {
            calls.add(context.getFunctionName());
            return null;
        }, Duration.ofDays(1))) {
            assertEquals("sweep", nextCall());
        }
        assertTrue(calls.isEmpty(), "called again within a day");
    }

    @Test
    void handlerIsCalledAgainAndAgainEachTimeAsANewInvocation() throws InterruptedException {
        var ids = new HashSet<String>();
        try (var _ = new Schedule("sweep", (_, context) -> {
            calls.add(context.getAwsRequestId());
            return null;
        }, Duration.ofMillis(1))) {
            for (var i = 0; i < 5; i++) {
                ids.add(nextCall());
            }
        }

        ids.removeAll(Set.of(""));
        assertEquals(5, ids.size());
    }

    @Test
    void handlerThatFailsIsCalledAgain() throws InterruptedException {
        var made = new AtomicInteger();
        try (var _ = new Schedule("sweep", (_, _) -> {
            calls.add("call");
            switch (made.getAndIncrement() % 3) {
                case 0 -> throw new UnavailableException("not now");
                case 1 -> throw new IllegalStateException("a bug");
                default -> throw new OutOfMemoryError("no room");
            }
        }, Duration.ofMillis(1))) {
            for (var i = 0; i < 4; i++) {
                assertEquals("call", nextCall());
            }
        }
    }

    @Test
    void callUnderWayIsInterruptedByTheEnd() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        var forever = new CountDownLatch(1);
        try (var _ = new Schedule("sweep", (_, _) -> {
            calls.add("call");
            try {
                forever.await();
            } catch (InterruptedException end) {
                interrupted.countDown();
            }
            return null;
        }, Duration.ofMillis(1))) {
            assertEquals("call", nextCall());
            assertFalse(interrupted.await(0, TimeUnit.SECONDS));
        }

        assertTrue(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
