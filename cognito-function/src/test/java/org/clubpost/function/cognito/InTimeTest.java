package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.Test;

final class InTimeTest {

    private static final InTime PATIENT = new InTime(Duration.ofMinutes(1));
    private static final InTime HASTY = new InTime(Duration.ofMillis(5));

    @Test
    void whatIsDoneInTimeIsGiven() {
        assertEquals("done", PATIENT.get(() -> "done"));
    }

    @Test
    void whatFailsFailsTheSameWay() {
        var failure = new UnavailableException("away");

        assertSame(failure, assertThrows(UnavailableException.class, () -> PATIENT.get(() -> {
            throw failure;
        })));
    }

    @Test
    void whatTakesLongerIsInterruptedAndLeft() throws InterruptedException {
        var never = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);

        assertThrows(UnavailableException.class, () -> HASTY.get(() -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return "late";
        }));

        assertTrue(interrupted.await(1, TimeUnit.MINUTES));
    }
}
