package org.clubpost.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.Test;

class JitteredPauseTest {

    @Test
    void thereAreSoManyAttemptsAndNoMore() {
        assertTrue(JitteredPause.SYSTEM.before(2));
        assertFalse(JitteredPause.SYSTEM.before(Pause.ATTEMPTS + 1));
    }

    @Test
    void allPausesTogetherAreShortEnoughForSomebodyWhoWaits() {
        var longest = IntStream.rangeClosed(2, Pause.ATTEMPTS).mapToObj(JitteredPause::longest)
                .reduce(Duration.ZERO, Duration::plus);

        assertEquals(Duration.ofMillis(3175), longest);
    }

    @Test
    void interruptedWaitIsUnavailableAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThrows(UnavailableException.class, () -> JitteredPause.SYSTEM.before(Pause.ATTEMPTS));
        assertTrue(Thread.interrupted());
    }
}
