package org.clubpost.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

final class ReplyTokensTest {

    private static final SubscriberId ANNA = SampleSubscribers.IDS.of(EmailAddress.of("anna@example.org"));
    private static final TokenDigest LINK = TokenDigest.of("link");

    private final ReplyTokens tokens = new ReplyTokens(SampleSubscribers.IDS);

    /** Mail systems change the case of a local part. */
    @Test
    void tokenIsFifteenLettersAndDigitsOfOneCase() {
        var token = tokens.of(ANNA, LINK);

        assertTrue(token.matches("[a-z2-7]{15}"), token);
        assertEquals(token, tokens.of(ANNA, LINK));
    }

    @Test
    void tokenIsGoodForOneLinkOfOnePerson() {
        var token = tokens.of(ANNA, LINK);
        var eva = SampleSubscribers.IDS.of(EmailAddress.of("eva@example.org"));

        assertTrue(tokens.fits(token, ANNA, LINK));
        assertFalse(tokens.fits(token, eva, LINK));
        assertFalse(tokens.fits(token, ANNA, TokenDigest.of("other")));
        assertFalse(tokens.fits(token.substring(1), ANNA, LINK));
        assertNotEquals(token, tokens.of(eva, LINK));
    }
}
