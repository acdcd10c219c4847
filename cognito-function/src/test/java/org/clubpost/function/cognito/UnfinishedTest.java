package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnfinishedTest {

    @Test
    void textIsReadBackAndNamesNothingOfTheUser() {
        var unfinished = new Unfinished(Club.key(), FixedClock.START.plusMillis(7));

        assertEquals(Optional.of(unfinished), Unfinished.parse(unfinished.text()));
        assertEquals(Club.POOL + " " + unfinished.since() + " 11111111-2222", unfinished.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pool", "pool 2026-11-21T10:00:00Z", "pool yesterday anna", " 2026-11-21T10:00:00Z a",
                    "pool 2026-11-21T10:00:00Z ", "pool 2026-11-21T10:00:00Z anna b"})
    void otherTextIsNone(String text) {
        assertEquals(Optional.empty(), Unfinished.parse(text));
    }
}
