package org.clubpost.core.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringTest {

    private static final Instant NOW = FixedClock.START;

    private static int quarters(Lasting lasting, BounceReason reason, String status) {
        return Scoring.quarters(new Returned.Bounce(lasting, reason, status, NOW));
    }

    @ParameterizedTest
    @CsvSource({"USER_UNKNOWN, 5.1.1, 4, 1", "HOST_UNKNOWN, 5.1.2, 4, 4", "HOST_UNKNOWN, 5.4.4, 4, 4",
            "HOST_UNKNOWN, 4.4.4, 4, 1", "HAS_MOVED, 5.1.6, 4, 1", "NOT_ACCEPTING, 5.1.10, 4, 1",
            "SUSPENDED, 5.2.1, 4, 1", "UNDEFINED, 5.0.0, 4, 1", "MAILBOX_FULL, 5.2.2, 1, 1", "EXPIRED, 4.4.7, 1, 1",
            "NETWORK_ERROR, 4.4.1, 1, 1", "SYSTEM_ERROR, 4.3.0, 1, 1", "FILTERED, 5.2.1, 1, 1",
            "SUPPRESSED, 5.1.1, 0, 0", "VACATION, 5.1.1, 0, 0", "AUTHENTICATION, 5.7.26, 0, 0",
            "POLICY, 5.7.1, 0, 0", "TOO_LARGE, 5.3.4, 0, 0", "RATE_LIMITED, 4.7.28, 0, 0"})
    void countsAsMuchAsItSays(BounceReason reason, String status, int permanent, int transients) {
        assertEquals(permanent, quarters(Lasting.PERMANENT, reason, status));
        assertEquals(transients, quarters(Lasting.TRANSIENT, reason, status));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUndeterminedCountsNothingAndWhatIsOursNothing(BounceReason reason) {
        assertEquals(0, quarters(Lasting.UNDETERMINED, reason, "5.1.1"));
        if (reason.blame() == Blame.SENDER || reason.blame() == Blame.POST) {
            assertEquals(0, quarters(Lasting.PERMANENT, reason, "5.1.1"));
        }
        assertEquals(Optional.empty(), Scoring.reason(
                new CameBack(Purpose.COPY, Optional.empty(),
                        new Returned.Bounce(Lasting.UNDETERMINED, reason, "", NOW))));
    }

    @Test
    void whoeverCannotBeReachedIsNotReminded() {
        assertTrue(Scoring.isNobodyThere(BounceReason.USER_UNKNOWN));
        assertTrue(Scoring.isNobodyThere(BounceReason.HOST_UNKNOWN));
        assertFalse(Scoring.isNobodyThere(BounceReason.SUSPENDED));
        assertFalse(Scoring.isNobodyThere(BounceReason.MAILBOX_FULL));
        assertFalse(Scoring.isNobodyThere(BounceReason.UNDEFINED));
    }

    @Test
    void aDayIsTheListsDay() {
        var late = Instant.parse("2026-03-06T23:30:00Z");
        var points = List.of(new Point(late, Point.FULL));
        var later = new Point(late.plus(Duration.ofHours(1)), Point.FULL);
        assertEquals(2, Scoring.adding(points, later, ZoneOffset.UTC).size());
        assertEquals(1, Scoring.adding(points, later, ZoneId.of("Europe/Berlin")).size());
    }

    @Test
    void aPointOfTheSameDayGivesWayToALargerOne() {
        var little = List.of(new Point(NOW, Point.LITTLE));
        var full = new Point(NOW.plusSeconds(1), Point.FULL);
        assertEquals(List.of(full), Scoring.adding(little, full, ZoneOffset.UTC));
        assertEquals(List.of(full), Scoring.adding(List.of(full), little.getFirst(), ZoneOffset.UTC));
        var sooner = new Point(NOW, Point.FULL);
        assertEquals(List.of(sooner), Scoring.adding(List.of(full), sooner, ZoneOffset.UTC));
        assertEquals(List.of(sooner), Scoring.adding(List.of(sooner), full, ZoneOffset.UTC));
    }

    @Test
    void pointsLiveAWeekAndFourPosts() {
        var point = List.of(new Point(NOW, Point.FULL));
        var week = NOW.plus(Scoring.LIVES);
        assertEquals(point, Scoring.living(point, Optional.of(week), week.minusSeconds(1)));
        assertEquals(List.of(), Scoring.living(point, Optional.of(NOW.plusSeconds(1)), week));
        assertEquals(point, Scoring.living(point, Optional.of(NOW), week));
        assertEquals(point, Scoring.living(point, Optional.empty(), week.plus(Duration.ofDays(900))));
        var two = List.of(new Point(NOW, Point.FULL), new Point(NOW.plus(Duration.ofDays(6)), Point.LITTLE));
        assertEquals(two, Scoring.living(two, Optional.of(week), week.plus(Duration.ofDays(5))));
        assertEquals(List.of(), Scoring.living(two, Optional.of(week), week.plus(Duration.ofDays(6))));
        assertEquals(List.of(), Scoring.living(List.of(), Optional.of(NOW), week));
    }

    private static CameBack suppressed(Instant at) {
        return new CameBack(Purpose.COPY, Optional.empty(),
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.SUPPRESSED, "5.1.1", at));
    }

    /** What the provider sent nothing for before, and a complaint, say nothing about that bounce. */
    @Test
    void onlyAWordOfTheProviderAfterAFullPointIsEnough() {
        var full = List.of(new Point(NOW, Point.FULL));
        assertTrue(Scoring.isEnough(full, List.of(suppressed(NOW))));
        assertTrue(Scoring.isEnough(full, List.of(suppressed(NOW.minusSeconds(9)), suppressed(NOW.plusSeconds(9)))));
        assertFalse(Scoring.isEnough(full, List.of(suppressed(NOW.minusSeconds(1)))));
        assertFalse(Scoring.isEnough(full, List.of(new CameBack(Purpose.COPY, Optional.empty(),
                new Returned.Complaint(Returned.Complaint.Kind.ABUSE, NOW.plusSeconds(1))))));
        assertFalse(Scoring.isEnough(List.of(new Point(NOW, Point.LITTLE)), List.of(suppressed(NOW))));
        assertFalse(Scoring.isEnough(List.of(), List.of(suppressed(NOW))));
    }

    @Test
    void aComplaintHasNoReason() {
        assertEquals(Optional.empty(), Scoring.reason(new CameBack(Purpose.COPY, Optional.empty(),
                new Returned.Complaint(Returned.Complaint.Kind.ABUSE, NOW))));
    }

    @Test
    void aRecordKeepsTheLatestOnly() {
        var record = BounceRecord.of(new ListId("news"), Club.key(Club.ANNA));
        var points = new ArrayList<Point>();
        for (var day = 0; day < 40; day++) {
            var at = NOW.plus(Duration.ofDays(day));
            points.addFirst(new Point(at, Point.LITTLE));
            record = record.with(new CameBack(Purpose.COPY, Optional.empty(),
                    new Returned.Bounce(Lasting.TRANSIENT, BounceReason.MAILBOX_FULL, "4.2.2", at)));
        }
        record = record.with(points);
        assertEquals(BounceRecord.MOST_HISTORY, record.history().size());
        assertEquals(BounceRecord.MOST_POINTS, record.points().size());
        assertEquals(NOW.plus(Duration.ofDays(39)), record.points().getLast().at());
        assertEquals(NOW.plus(Duration.ofDays(39)).plus(BounceRecord.KEPT), record.expiresAt());
        assertEquals(Optional.of(BounceReason.MAILBOX_FULL), record.latestReason());
        assertEquals(List.of(), record.reset().points());
        assertEquals(record.history(), record.reset().history());
    }

    @Test
    void aRecordIsKeptFromTheLatestThing() {
        var record = BounceRecord.of(new ListId("news"), Club.key(Club.ANNA));
        assertEquals(Instant.EPOCH.plus(BounceRecord.KEPT), record.expiresAt());
        var stages = List.of(new Stage.Doubted(NOW, NOW.plusSeconds(1)), new Stage.Probed(NOW.plusSeconds(1)),
                new Stage.Failed(NOW.plusSeconds(1), BounceReason.EXPIRED),
                new Stage.Stopped(NOW, BounceReason.EXPIRED, 1, NOW.plusSeconds(1)));
        IntStream.range(0, stages.size()).forEach(i -> assertEquals(NOW.plusSeconds(1).plus(BounceRecord.KEPT),
                record.with(stages.get(i)).expiresAt()));
        var came = record.with(new CameBack(Purpose.PROBE, Optional.empty(),
                new Returned.Bounce(Lasting.TRANSIENT, BounceReason.EXPIRED, "", NOW.plusSeconds(9))));
        assertEquals(NOW.plusSeconds(9).plus(BounceRecord.KEPT), came.with(new Stage.Probed(NOW)).expiresAt());
    }
}
