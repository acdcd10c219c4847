package org.clubpost.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.subscription.Funnel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void whatWasWrittenIsReadAgainWhateverWasCounted() {
        var all = new CountFlow.Week(MONDAY,
                Stream.of(JoinWay.values()).collect(Collectors.toMap(way -> way, way -> 1L + way.name().length())),
                Stream.of(CountFlow.Way.values())
                        .collect(Collectors.toMap(way -> way, way -> 9L * way.name().length())),
                17);
        var none = new CountFlow.Week(MONDAY.plusWeeks(1), Map.of(), Map.of(), 0);
        for (var figures : List.of(new Figures(FixedClock.START, new CountFlow.Flow(List.of(), 0, true), List.of()),
                new Figures(FixedClock.START.plusMillis(1), new CountFlow.Flow(List.of(all, none), 20, false),
                        List.of(new Funnel.Day(MONDAY, 5, 4, 3), new Funnel.Day(MONDAY.plusDays(1), 0, 0, 0))))) {
            assertEquals(figures, Figures.of(figures.written()));
        }
    }

    /** It is stored, so it never changes. */
    @Test
    void itIsWrittenInLines() {
        assertEquals("""
                at 1772785800000 20 true
                week 2026-03-02 17 FORM=3,OWNER=1 -
                day 2026-03-02 5 4 3""", new Figures(FixedClock.START, new CountFlow.Flow(
                List.of(new CountFlow.Week(MONDAY, Map.of(JoinWay.OWNER, 1L, JoinWay.FORM, 3L), Map.of(), 17)), 20,
                true), List.of(new Funnel.Day(MONDAY, 5, 4, 3))).written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "figures", "week 2026-03-02 17 - -", "at 1772785800000 20 true\nmonth 2026-03 17",
                    "at 1772785800000 20 true\nweek 2026-03-02 17 CARRIER_PIGEON=1 -", "at noon 20 true"})
    void whatIsSomethingElseIsNotRead(String written) {
        assertThrows(IllegalArgumentException.class, () -> Figures.of(written));
    }
}
