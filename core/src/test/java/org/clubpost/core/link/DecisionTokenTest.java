package org.clubpost.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTokenTest {

    private static final EmailAddress ONE = EmailAddress.of("one@club.example");
    private static final EmailAddress TWO = EmailAddress.of("two@club.example");
    private static final List<EmailAddress> OWNERS = List.of(ONE, TWO);

    private static DecisionToken sentTo(EmailAddress owner) {
        return DecisionToken.parse(SampleLinks.token(SampleLinks.LINKS.letIn(new ListId("news"),
                SampleSubscribers.aKey("0a"), FixedClock.START, owner)));
    }

    private static Optional<EmailAddress> whose(DecisionToken token) {
        return token.sentTo(OWNERS, SampleLinks.TOKENS);
    }

    @Test
    void linkSaysToWhichOwnerItWasSent() {
        assertEquals(Optional.of(ONE), whose(sentTo(ONE)));
        assertEquals(Optional.of(TWO), whose(sentTo(TWO)));
        assertEquals(Optional.empty(), sentTo(TWO).sentTo(List.of(ONE), SampleLinks.TOKENS), "an owner no more");
        assertEquals(sentTo(ONE).token(), sentTo(TWO).token(), "the token decides, whoever got it");
        assertEquals("DecisionToken", sentTo(ONE).toString());
    }

    @Test
    void markOfAnotherTokenSaysNothing() {
        var token = sentTo(ONE);

        assertEquals(Optional.empty(), whose(new DecisionToken(token.token() + "A", token.mark())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "token", "token.", ".", "token.short", "token.AAAAAAAAAAAAAAAA", "token.!!!!!!!!!!!!!!!!",
                    "token._wAAAAAAAAAAAAAA", "token.A.A"})
    void whatIsNoMarkSaysNothing(String text) {
        assertEquals(Optional.empty(), whose(DecisionToken.parse(text)));
    }

    @Test
    void markIsOfItsTextOnly() {
        var mark = SampleLinks.TOKENS.mark("a");

        assertEquals(16, mark.length());
        assertTrue(SampleLinks.TOKENS.isMark("a", mark));
        assertFalse(SampleLinks.TOKENS.isMark("b", mark));
    }
}
