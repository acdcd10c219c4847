package org.clubpost.local.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedForceTest {

    private final AtomicInteger forces = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /** Starts that many threads, each with one force, once the first is under way, and lets the first end. */
    private void forceTogether(SharedForce force, CountDownLatch firstIsUnderWay, CountDownLatch firstMayEnd,
            int others)
            throws InterruptedException {
        var threads = new ArrayList<>(List.of(Thread.startVirtualThread(() -> count(force))));
        firstIsUnderWay.await();
        IntStream.range(0, others).forEach(_ -> threads.add(Thread.ofPlatform().start(() -> count(force))));
        for (var thread : threads.subList(1, threads.size())) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        firstMayEnd.countDown();
        for (var thread : threads) {
            thread.join();
        }
    }

    private void count(SharedForce force) {
        try {
            force.force();
        } catch (IOException e) {
            failures.incrementAndGet();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thoseWhoWaitShareTheNextForce() throws InterruptedException {
        var underWay = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var force = new SharedForce(() -> {
            forces.incrementAndGet();
            underWay.countDown();
            await(mayEnd);
        });

        forceTogether(force, underWay, mayEnd, 16);

        assertEquals(2, forces.get());
        assertEquals(0, failures.get());
    }

    @Test
    void everyoneIsToldWhoseForceFailedAndNobodyElse() throws InterruptedException {
        var underWay = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var force = new SharedForce(() -> {
            underWay.countDown();
            await(mayEnd);
            if (forces.incrementAndGet() == 2) {
                throw new IOException("broken");
            }
        });

        forceTogether(force, underWay, mayEnd, 5);

        assertEquals(5, failures.get());
        assertDoesNotThrow(force::force);
        assertEquals(3, forces.get());
    }

    @Test
    void bugIsNoReasonToSaySuccess() {
        var force = new SharedForce(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThrows(IllegalStateException.class, force::force);
    }
}
