package org.clubpost.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;

/** What a store keeps of a call. */
class CallTest {

    private static final Instant END = FixedClock.START.plus(Call.KEPT);
    private static final Call RUNNING = new Call(new PersonId("ab".repeat(16)), new TokenDigest("1".repeat(64)),
            new TokenDigest("2".repeat(64)), new Call.State.Running(FixedClock.START.plusNanos(1)), END);

    @Test
    void isReadAsItWasWritten() {
        for (var state : List.of(new Call.State.Running(FixedClock.START.plusSeconds(30)),
                new Call.State.Answered("200 {\"a\": \"b c\"}"), new Call.State.Answered(""))) {
            var call = RUNNING.with(state);

            assertEquals(call, Call.of(call.person(), call.name(), call.written()));
        }
    }

    @Test
    void isKnownUntilItsTimeIsOver() {
        assertFalse(RUNNING.isForgotten(END.minusMillis(1)));
        assertTrue(RUNNING.isForgotten(END));
    }

    @Test
    void saysNothingOfTheAnswer() {
        assertFalse(new Call.State.Answered("anna@club.example").toString().contains("anna"));
    }
}
