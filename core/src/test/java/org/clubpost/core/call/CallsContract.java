package org.clubpost.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;

/** What every {@link Calls} must do. */
public interface CallsContract {

    /** A time with more than milliseconds. */
    Instant NOW = Instant.parse("2026-03-06T09:30:00.123456Z");

    /** The calls under test. May hold what other tests left there. */
    Calls testee();

    private static Call fresh() {
        return new Call(new PersonId(UUID.randomUUID().toString().replace("-", "")), TokenDigest.of("name"),
                TokenDigest.of("request"), new Call.State.Running(NOW.plus(CallOnce.LONGEST)), NOW.plus(Call.KEPT));
    }

    private Optional<Call> now(Call call) {
        return testee().find(call.person(), call.name());
    }

    @Test
    default void callThatNobodyMadeIsNotFound() {
        assertEquals(Optional.empty(), now(fresh()));
    }

    @Test
    default void callIsFoundAsItIs() {
        var running = fresh();
        var answered = running.with(new Call.State.Answered("201 {\"outcome\": \"Grüße\"}\n\n"));

        assertTrue(testee().replace(Optional.empty(), running));
        assertEquals(Optional.of(running), now(running));
        assertTrue(testee().replace(Optional.of(running), answered));

        assertEquals(Optional.of(answered), now(running));
    }

    @Test
    default void operatorMakesCallsToo() {
        var call = new Call(PersonId.OPERATOR, TokenDigest.of(UUID.randomUUID().toString()), TokenDigest.of("request"),
                new Call.State.Answered(""), NOW.plus(Call.KEPT));

        assertTrue(testee().replace(Optional.empty(), call));

        assertEquals(Optional.of(call), now(call));
    }

    @Test
    default void sameNameOfSomebodyElseIsAnotherCall() {
        var mine = fresh();
        var theirs = fresh();

        assertTrue(testee().replace(Optional.empty(), mine));
        assertTrue(testee().replace(Optional.empty(), theirs));

        assertEquals(Optional.of(mine), now(mine));
    }

    @Test
    default void whoSawSomethingElseChangesNothing() {
        var first = fresh();
        var second = first.with(new Call.State.Answered("200 {}"));
        testee().replace(Optional.empty(), first);

        assertFalse(testee().replace(Optional.empty(), second));
        assertTrue(testee().replace(Optional.of(first), second));
        assertFalse(testee().replace(Optional.of(first), first));

        assertEquals(Optional.of(second), now(first));
    }
}
