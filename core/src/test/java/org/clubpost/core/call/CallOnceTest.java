package org.clubpost.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.call.CallOnce.Outcome;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;

class CallOnceTest {

    private static final TokenDigest NAME = TokenDigest.of("name");
    private static final TokenDigest REQUEST = TokenDigest.of("request");

    private final FixedClock clock = new FixedClock();
    private final InMemoryCalls calls = new InMemoryCalls();
    private final CallOnce once = new CallOnce(calls, clock);
    private int done;

    private Outcome call(TokenDigest name, TokenDigest request) {
        return once.call(PersonId.OPERATOR, name, request, () -> "answer " + ++done);
    }

    @Test
    void sameCallGetsTheSameAnswerAndDoesNothingTwice() {
        assertEquals(new Outcome.Answer("answer 1"), call(NAME, REQUEST));
        assertEquals(new Outcome.Answer("answer 1"), call(NAME, REQUEST));

        assertEquals(1, done);
    }

    @Test
    void otherNameIsAnotherCall() {
        call(NAME, REQUEST);

        assertEquals(new Outcome.Answer("answer 2"), call(TokenDigest.of("other"), REQUEST));
    }

    @Test
    void somethingElseUnderTheSameNameIsRefused() {
        call(NAME, REQUEST);

        assertEquals(new Outcome.Other(), call(NAME, TokenDigest.of("other")));
        assertEquals(1, done);
    }

    @Test
    void whatIsBeingCarriedOutIsNotBegunAgain() {
        var outer = once.call(PersonId.OPERATOR, NAME, REQUEST, () -> {
            assertEquals(new Outcome.Running(), call(NAME, REQUEST));
            assertEquals(new Outcome.Other(), call(NAME, TokenDigest.of("other")));
            return "done";
        });

        assertEquals(new Outcome.Answer("done"), outer);
        assertEquals(0, done);
    }

    @Test
    void whatFailedMayBeMadeAgainAtOnce() {
        assertThrows(UnavailableException.class, () -> once.call(PersonId.OPERATOR, NAME, REQUEST, () -> {
            throw new UnavailableException("the table is away");
        }));

        assertEquals(new Outcome.Answer("answer 1"), call(NAME, REQUEST));
    }

    @Test
    void whatDiedHalfWayIsCarriedOutAgainWhenItsTimeIsOver() {
        calls.replace(Optional.empty(), new Call(PersonId.OPERATOR, NAME, REQUEST,
                new Call.State.Running(clock.instant().plus(CallOnce.LONGEST)), clock.instant().plus(Call.KEPT)));

        assertEquals(new Outcome.Running(), call(NAME, REQUEST));
        clock.advance(CallOnce.LONGEST);
        assertEquals(new Outcome.Answer("answer 1"), call(NAME, REQUEST));
        assertEquals(new Outcome.Answer("answer 1"), call(NAME, REQUEST));
    }

    @Test
    void whoeverTookLongerThanAllowedHidesNothingOfTheOther() {
        var slow = once.call(PersonId.OPERATOR, NAME, REQUEST, () -> {
            clock.advance(CallOnce.LONGEST.plus(Duration.ofSeconds(1)));
            call(NAME, REQUEST);
            return "slow";
        });

        assertEquals(new Outcome.Answer("slow"), slow);
        assertEquals(new Outcome.Answer("answer 1"), call(NAME, REQUEST));
    }

    @Test
    void callIsForgottenAfterADay() {
        call(NAME, REQUEST);
        clock.advance(Call.KEPT);

        assertEquals(new Outcome.Answer("answer 2"), call(NAME, TokenDigest.of("other")));
    }
}
