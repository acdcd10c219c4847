package org.clubpost.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

    @Test
    void workThatNeverEndsIsStopped() {
        assertThrows(Deadline.Exceeded.class, () -> Deadline.within(Duration.ofMillis(20), () -> {
            while (true) {
                Deadline.check();
            }
        }));
    }

    @Test
    void workWithinItsTimeIsDone() {
        assertEquals("done", Deadline.within(Duration.ofMinutes(1), () -> {
            Deadline.check();
            return "done";
        }));
    }

    @Test
    void workWithoutADeadlineIsNotStopped() {
        Deadline.check();
    }
}
