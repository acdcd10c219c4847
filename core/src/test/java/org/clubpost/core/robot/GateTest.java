package org.clubpost.core.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.robot.Challenge.Solution;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private final FixedClock clock = new FixedClock();
    private final Gate gate = new Gate(SampleSubscribers.IDS, new InMemoryRateLimits(), new Random(1));

    /** What the script of the page does. */
    private static Solution solved(Challenge challenge) {
        for (var number = 0; number <= Challenge.MOST; number++) {
            if (hash(challenge.salt() + number).equals(challenge.challenge())) {
                return new Solution("SHA-256", challenge.challenge(), number, challenge.salt(),
                        challenge.signature());
            }
        }
        throw new AssertionError("there is no solution");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S,TOO_FAST", "PT1.999S,TOO_FAST", "PT2S,GOOD", "PT24H,GOOD", "PT24H0.001S,TOO_OLD", "PT-1H,GOOD"})
    void stampSaysHowLongTheFormWasOpen(Duration open, FormStamp.Age expected) {
        var stamp = gate.stamp(clock.instant());

        assertEquals(Optional.of(expected), gate.age(stamp, clock.instant().plus(open)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "1772785800000", "1772785800000.", "1772785800000.00000000000000000000000000000000",
                    "99999999999999999999.00000000000000000000000000000000", "x"})
    void whatWeDidNotSignIsNoStamp(String text) {
        assertEquals(Optional.empty(), gate.age(text, clock.instant()));
    }

    @Test
    void stampOfAnotherTimeIsNone() {
        var stamp = gate.stamp(clock.instant());
        var earlier = gate.stamp(clock.instant().minusSeconds(9));

        assertEquals(Optional.empty(), gate.age(earlier.substring(0, 14) + stamp.substring(14), clock.instant()));
        assertTrue(stamp.length() <= FormStamp.MAX_LENGTH);
    }

    @Test
    void workCountsOnce() {
        var solution = solved(gate.challenge(clock.instant()));

        assertTrue(gate.isWorkDone(solution, clock.instant()));
        assertFalse(gate.isWorkDone(solution, clock.instant()));
        assertFalse(gate.isWorkDone(solution, clock.instant().plus(Duration.ofHours(1))));
    }

    /** The counter has windows of a day; the solution is good over the change from one to the next. */
    @Test
    void workCountsOnceOverMidnight() {
        var evening = clock.instant().plus(Duration.ofHours(14));
        var solution = solved(gate.challenge(evening));

        assertTrue(gate.isWorkDone(solution, evening));
        assertFalse(gate.isWorkDone(solution, evening.plus(Duration.ofMinutes(110))));
    }

    @Test
    void workOfLongAgoCountsNoMore() {
        var solution = solved(gate.challenge(clock.instant()));

        assertFalse(gate.isWorkDone(solution, clock.instant().plus(Challenge.GOOD_FOR).plusSeconds(1)));
        assertTrue(gate.isWorkDone(solution, clock.instant().plus(Challenge.GOOD_FOR)));
    }

    @Test
    void nothingOfASolutionCanBeChanged() {
        var good = solved(gate.challenge(clock.instant()));
        var other = gate.challenge(clock.instant());
        var later = good.salt().replaceFirst("=\\d", "=9");
        for (var forged : new Solution[]{
                new Solution("SHA-1", good.challenge(), good.number(), good.salt(), good.signature()),
                new Solution("SHA-256", other.challenge(), good.number(), good.salt(), good.signature()),
                new Solution("SHA-256", good.challenge(), good.number() + 1, good.salt(), good.signature()),
                new Solution("SHA-256", good.challenge(), -1, good.salt(), good.signature()),
                new Solution("SHA-256", good.challenge(), Challenge.MOST + 1, good.salt(), good.signature()),
                new Solution("SHA-256", good.challenge(), good.number(), later, good.signature()),
                new Solution("SHA-256", hash(later + "1"), 1, later, good.signature()),
                new Solution("SHA-256", good.challenge(), good.number(), "", good.signature()),
                new Solution("SHA-256", good.challenge(), good.number(), good.salt(), other.signature()),
                new Solution("SHA-256", good.challenge(), good.number(), good.salt(), "")}) {
            assertFalse(gate.isWorkDone(forged, clock.instant()), forged.toString());
        }
        assertTrue(gate.isWorkDone(good, clock.instant()));
    }

    @Test
    void whatHasNoTimeEndsAtOnce() {
        assertEquals(0, Challenge.end(new Solution("", "", 0, "", "")).toEpochMilli());
    }

    @Test
    void challengesDiffer() {
        assertNotEquals(gate.challenge(clock.instant()), gate.challenge(clock.instant()));
    }
}
