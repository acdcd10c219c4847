package org.clubpost.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void thereAreSoManyAttemptsAndNoMore() {
        assertTrue(Pause.JITTERED.before(2));
        assertFalse(Pause.JITTERED.before(Pause.ATTEMPTS + 1));
    }

    @Test
    void allPausesTogetherAreShortEnoughForSomebodyWhoWaits() {
        var longest = IntStream.rangeClosed(2, Pause.ATTEMPTS).mapToObj(Pause::longest)
                .reduce(Duration.ZERO, Duration::plus);

        assertEquals(Duration.ofMillis(3175), longest);
    }

    @Test
    void interruptedWaitIsUnavailableAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThrows(UnavailableException.class, () -> Pause.JITTERED.before(Pause.ATTEMPTS));
        assertTrue(Thread.interrupted());
    }
}
