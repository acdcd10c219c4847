package org.clubpost.mail.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeaderTextTest {

    /** Each encoded word takes a while: all of these take a quarter of a minute. */
    @Test
    @Timeout(30)
    void fieldIsDecodedOnlyAsFarAsItIsShown() {
        assertEquals("a".repeat(199) + "…", HeaderText.decoded("=?utf-8?q?a?= ".repeat(60_000), 200));
    }

    @Test
    void wordsOfOneCharacterFillAllThatIsShown() {
        assertEquals("あ".repeat(200), HeaderText.decoded("=?iso-2022-jp?B?GyRCJCIbKEI=?= ".repeat(200), 200));
    }
}
