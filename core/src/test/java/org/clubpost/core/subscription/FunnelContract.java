package org.clubpost.core.subscription;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.clubpost.core.Race;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscription.Funnel.Day;
import org.clubpost.core.subscription.Funnel.Step;
import org.junit.jupiter.api.Test;

/** What every {@link Funnel} must do. */
public interface FunnelContract {

    /** Today. What is counted today is there today. */
    static LocalDate today() {
        return LocalDate.ofInstant(InstantSource.system().instant(), UTC);
    }

    /** What is tested. */
    Funnel testee();

    @Test
    default void listWithoutAnythingHasNoDays() {
        assertEquals(List.of(), testee().days(SampleLists.freshListId(), today().minusDays(400), today()));
    }

    @Test
    default void eachStepOfEachDayAndListIsCountedByItself() {
        var list = SampleLists.freshListId();
        var other = SampleLists.freshListId();

        testee().count(list, today().minusDays(1), Step.ASKED);
        testee().count(list, today(), Step.ASKED);
        testee().count(list, today(), Step.ASKED);
        testee().count(list, today(), Step.SHOWN);
        testee().count(list, today(), Step.CONFIRMED);
        testee().count(other, today(), Step.CONFIRMED);

        assertEquals(List.of(new Day(today().minusDays(1), 1, 0, 0), new Day(today(), 2, 1, 1)),
                testee().days(list, today().minusDays(400), today()));
        assertEquals(List.of(new Day(today(), 0, 0, 1)), testee().days(other, today(), today()));
    }

    @Test
    default void onlyTheDaysAskedForAreGiven() {
        var list = SampleLists.freshListId();
        for (var ago : List.of(0, 1, 2, 3)) {
            testee().count(list, today().minusDays(ago), Step.SHOWN);
        }

        assertEquals(List.of(new Day(today().minusDays(2), 0, 1, 0), new Day(today().minusDays(1), 0, 1, 0)),
                testee().days(list, today().minusDays(2), today().minusDays(1)));
    }

    @Test
    default void allWhoCountAtTheSameTimeCount() throws InterruptedException {
        var list = SampleLists.freshListId();

        Race.winners(8, () -> {
            testee().count(list, today(), Step.SHOWN);
            return true;
        });

        assertEquals(List.of(new Day(today(), 0, 8, 0)), testee().days(list, today(), today()));
    }
}
