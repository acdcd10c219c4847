package org.clubpost.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.link.OwnerTokens.Named;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTokensTest {

    private static final String WISH = "abcdefghijklmnopqrstuv";
    private final OwnerTokens tokens = new OwnerTokens(SampleLinks.TOKENS);

    @Test
    void tokenToSignInIsReadAndIsATokenOfOurs() {
        var token = tokens.signIn(WISH);

        assertEquals(Optional.of(WISH), tokens.readSignIn(token));
        assertTrue(SampleLinks.LINKS.isToken(token));
        assertEquals(Optional.empty(), tokens.readSignIn(token.replace('u', 'w')));
        assertFalse(SampleLinks.LINKS.isToken(token.substring(0, token.length() - 1) + "!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "ne", "new", "news", "chess", "chess-club-of-a-very-small-town-by-sea"})
    void invitationIsReadWhateverTheListIsCalled(String list) {
        var named = new Named(new ListId(list), EntryId.of(FixedClock.START, "x"));

        var token = tokens.invitation(named);

        assertEquals(Optional.of(named), tokens.readInvitation(token));
        assertTrue(SampleLinks.LINKS.isToken(token));
        assertTrue(token.length() >= 40 && token.length() % 4 != 1, "the form that is looked for in mails");
        assertTrue(PublicLinks.mayBeginUnsigned((byte) token.charAt(0), (byte) token.charAt(1)));
    }

    @Test
    void markOfOneListIsOfNoUseForAnother() {
        var entry = EntryId.of(FixedClock.START, "x");
        var token = tokens.invitation(new Named(new ListId("news"), entry));

        assertEquals(Optional.empty(), tokens.readInvitation(token.replace("news", "owls")));
        assertEquals(Optional.empty(), tokens.readSignIn(token));
        assertFalse(SampleLinks.LINKS.isToken("AV" + "0".repeat(20) + "A".repeat(16) + "news"));
    }
}
