package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.clubpost.core.FixedClock;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.function.cognito.Wishes.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WishesTest {

    private final Wishes wishes = new Wishes("custom:letter", "custom:how");

    private static User user(Map<String, String> attributes) {
        return new User(Club.key(), attributes, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "YES", "true", "True", "1", " yes "})
    void yesIsSaidInThreeWays(String said) {
        assertEquals(Answer.YES, wishes.answer(user(Map.of("custom:letter", said))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "0", "false", "y", "on", "yes please"})
    void everythingElseIsNo(String said) {
        assertEquals(Answer.NO, wishes.answer(user(Map.of("custom:letter", said))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void whoSaidNothingWasNotAsked(String said) {
        assertEquals(Answer.NONE, wishes.answer(user(Map.of("custom:letter", said))));
        assertEquals(Answer.NONE, wishes.answer(user(Map.of("custom:newsletter", "yes"))));
    }

    @Test
    void proofIsWhatTheAccountSaysTheNotificationToo() {
        assertEquals(
                new Consent.AccountSignUp("cognito " + Club.POOL, "custom:letter=Yes, custom:how=phone",
                        FixedClock.START),
                wishes.consent(user(Map.of("custom:letter", "Yes", "custom:how", "phone")), FixedClock.START));
        assertEquals(new Consent.AccountSignUp("cognito " + Club.POOL, "custom:letter=1", FixedClock.START),
                wishes.consent(user(Map.of("custom:letter", "1")), FixedClock.START));
    }
}
