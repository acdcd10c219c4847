package org.clubpost.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.clubpost.core.Race;
import org.junit.jupiter.api.Test;

/** What every {@link SharedRate} must do. */
public interface SharedRateContract {

    /** The counter under test. May hold what other tests left there. */
    SharedRate testee();

    /** A second that no other test uses. */
    private static long freshSecond() {
        return ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_000_000_000L);
    }

    @Test
    default void claimsAreGrantedUntilTheSecondIsFull() {
        var second = freshSecond();

        assertEquals(List.of(4, 4, 2, 0, 0), List.of(testee().claim(second, 4, 10), testee().claim(second, 4, 10),
                testee().claim(second, 4, 10), testee().claim(second, 4, 10), testee().claim(second, 1, 10)));
    }

    @Test
    default void everySecondIsCountedApart() {
        var second = freshSecond();

        assertEquals(3, testee().claim(second, 3, 3));
        assertEquals(3, testee().claim(second + 1, 3, 3));
    }

    @Test
    default void whoWantsMoreThanThereIsGetsWhatThereIs() {
        var second = freshSecond();

        assertEquals(14, testee().claim(second, 50, 14));
        assertEquals(0, testee().claim(second, 50, 14));
    }

    @Test
    default void lowerRateThanBeforeGrantsNothingMoreToWhatIsAboveIt() {
        var second = freshSecond();
        assertEquals(8, testee().claim(second, 8, 10));

        assertEquals(0, testee().claim(second, 1, 5));
        assertEquals(2, testee().claim(second, 8, 10));
    }

    @Test
    default void togetherNobodyGetsMoreThanTheRate() throws InterruptedException {
        var testee = testee();
        var second = freshSecond();
        var claims = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 12; i++) {
            claims.add(() -> testee.claim(second, 3, 20));
        }

        var granted = Race.run(claims).stream().mapToInt(Integer::intValue).sum();
        granted += testee.claim(second, 20, 20);

        assertEquals(20, granted);
    }
}
