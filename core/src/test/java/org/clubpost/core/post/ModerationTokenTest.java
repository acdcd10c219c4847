package org.clubpost.core.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import java.util.Random;
import org.clubpost.core.post.ModerationToken.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationTokenTest {

    private static final PostId POST = new PostId("019c0ffee0001234567890ab");

    private final Random random = new Random(1);

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBack(Action action) {
        var token = ModerationToken.create(POST, action, random);

        assertEquals(Optional.of(token), ModerationToken.parse(token.text()));
    }

    @Test
    void noTwoTokensAreAlike() {
        assertNotEquals(ModerationToken.create(POST, Action.SEND, random),
                ModerationToken.create(POST, Action.SEND, random));
    }

    @Test
    void theSameSecretForAnotherActionIsAnotherLink() {
        var send = ModerationToken.create(POST, Action.SEND, random);

        assertNotEquals(send.digest(), new ModerationToken(POST, Action.REFUSE, send.secret()).digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "AXMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "AnMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "????????????????????????????????????????",
                    "AnMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoneOfOursIsNoToken(String text) {
        assertEquals(Optional.empty(), ModerationToken.parse(text));
    }

    @Test
    void itDoesNotShowItself() {
        var token = ModerationToken.create(POST, Action.SEND, random);

        assertFalse(token.toString().contains(token.secret()));
    }
}
