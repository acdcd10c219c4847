package org.clubpost.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JointTokenTest {

    private static final JointToken TOKEN = JointToken.create(SampleSubscribers.aKey("0a"), new Random(1));

    @Test
    void textIsReadAsTheSameToken() {
        assertEquals(Optional.of(TOKEN), JointToken.parse(TOKEN.text()));
        assertEquals(44, TOKEN.text().length());
        assertEquals("JointToken[hidden]", TOKEN.toString());
        assertNotEquals(TOKEN.digest(), JointToken.create(TOKEN.subscriber(), new Random(2)).digest());
    }

    @Test
    void tokenIsFoundInMailsLikeTheOthers() {
        assertTrue(SampleLinks.LINKS.isToken(TOKEN.text()));
        assertTrue(PublicLinks.mayBeginUnsigned((byte) TOKEN.text().charAt(0), (byte) TOKEN.text().charAt(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "????????????????????????????????????????????",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void nothingElseIsOne(String text) {
        assertEquals(Optional.empty(), JointToken.parse(text));
    }
}
