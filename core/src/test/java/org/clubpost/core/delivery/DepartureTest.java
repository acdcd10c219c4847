package org.clubpost.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.post.PostState;
import org.junit.jupiter.api.Test;

class DepartureTest {

    private static final Instant NOW = Instant.parse("2026-03-06T21:58:00Z");
    private static final QuietHours NIGHT = QuietHours.parse("22:00-07:00 UTC").orElseThrow();

    private static Dispatch dispatch(int minutes, QuietHours quiet) {
        return new Dispatch(Duration.ofMinutes(minutes), quiet, Dispatch.Report.POSTER, true);
    }

    private static Optional<Departure> departure(PostState.Waiting.Why why, String at) {
        return Optional.of(new Departure(why, Instant.parse(at)));
    }

    @Test
    void withoutAReasonToWaitItGoesOutNow() {
        assertEquals(Optional.empty(), Departure.of(Dispatch.DEFAULT, true, Instant.MIN, NOW));
        assertEquals(Optional.empty(), Departure.of(dispatch(5, QuietHours.NONE), false, Instant.MIN, NOW));
        assertEquals(Optional.empty(), Departure.of(Dispatch.DEFAULT, true, NOW.minusSeconds(1), NOW));
    }

    @Test
    void theLaterTimeCounts() {
        var undo = dispatch(5, QuietHours.NONE);

        assertEquals(departure(PostState.Waiting.Why.UNDO, "2026-03-06T22:03:00Z"),
                Departure.of(undo, true, NOW.plusSeconds(60), NOW));
        assertEquals(departure(PostState.Waiting.Why.SEND_AT, "2026-03-06T23:58:00Z"),
                Departure.of(undo, true, NOW.plusSeconds(7200), NOW));
    }

    @Test
    void aPostWhoseTimeFallsIntoQuietHoursWaitsForTheirEnd() {
        assertEquals(departure(PostState.Waiting.Why.QUIET_HOURS, "2026-03-07T07:00:00Z"),
                Departure.of(dispatch(5, NIGHT), true, Instant.MIN, NOW));
        assertEquals(Optional.empty(), Departure.of(dispatch(0, NIGHT), true, Instant.MIN, NOW));
    }
}
