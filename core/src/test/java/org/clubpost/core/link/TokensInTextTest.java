package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.clubpost.core.link.SampleLinks.LINKS;
import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.link.SampleLinks.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of ours are found in any text, whatever follows them. */
final class TokensInTextTest {

    private static final String EVERY_CHARACTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    static Stream<MembershipLink> links() {
        return Stream.of(LinkPurpose.values()).flatMap(purpose -> Stream.of("n", "news", "a-1", "n".repeat(40))
                .flatMap(list -> Stream.of("00", "ff", "0123456789abcdef").map(key -> link(purpose, list, key))));
    }

    private static MembershipLink link(LinkPurpose purpose, String list, String key) {
        return purpose.isTimed()
                ? new MembershipLink(purpose, new ListId(list), SampleSubscribers.aKey(key), FixedClock.START)
                : new MembershipLink(purpose, new ListId(list), SampleSubscribers.aKey(key));
    }

    private static int end(MembershipTokens tokens, String text, int from) {
        return tokens.end(text.getBytes(US_ASCII), from, text.length());
    }

    @ParameterizedTest
    @MethodSource("links")
    void aTokenEndsWhereItEndsWhateverFollows(MembershipLink link) {
        var token = TOKENS.sign(link);

        assertEquals(token.length(), end(TOKENS, token, 0));
        for (var behind : List.of("x", "removed", token, EVERY_CHARACTER)) {
            assertEquals(3 + token.length(), end(TOKENS, "-._" + token + behind, 3), behind);
        }
        assertTrue(LINKS.isToken(token));
    }

    static Stream<String> shortTokens() {
        return links().filter(link -> link.purpose().shortCode().isPresent()).map(TOKENS.shorts()::sign);
    }

    @ParameterizedTest
    @MethodSource("shortTokens")
    void aShortTokenEndsWhereItEndsWhateverFollows(String token) {
        assertEquals(token.length(), end(TOKENS, token, 0));
        for (var behind : List.of("x", "removed", token, EVERY_CHARACTER)) {
            assertEquals(3 + token.length(), end(TOKENS, "-._" + token + behind, 3), behind);
        }
        assertTrue(LINKS.isToken(token));
        assertEquals(-1, end(TOKENS, token.substring(0, token.length() - 1), 0));
    }

    @Test
    void whatIsCutOrChangedIsNoToken() {
        var token = TOKENS.sign(link(LinkPurpose.LEAVE_PAGE, "news", "0123456789abcdef"));

        assertEquals(-1, end(TOKENS, token.substring(0, token.length() - 1), 0));
        for (var i = 0; i < token.length() - 1; i++) {
            var other = token.charAt(i) == 'x' ? 'y' : 'x';
            var changed = token.substring(0, i) + other + token.substring(i + 1);
            assertEquals(-1, end(TOKENS, changed, 0), changed);
            assertFalse(LINKS.isToken(changed), changed);
        }
    }

    @ParameterizedTest
    @MethodSource("shortTokens")
    void aShortTokenThatWasChangedIsNoToken(String token) {
        var other = token.charAt(15) == 'x' ? 'y' : 'x';

        assertEquals(-1, end(TOKENS, token.substring(0, 15) + other + token.substring(16), 0));
    }

    @Test
    void aTokenOfAKeyThatIsNotOursIsNoToken() {
        var token = new MembershipTokens(new SigningKeys(7, Map.of(7, aKey('7'))))
                .sign(link(LinkPurpose.ONE_CLICK, "news", "77"));
        var forged = new MembershipTokens(new SigningKeys(1, Map.of(1, aKey('7'))))
                .sign(link(LinkPurpose.ONE_CLICK, "news", "77"));

        assertEquals(-1, end(TOKENS, token, 0));
        assertEquals(-1, end(TOKENS, forged, 0));
        assertFalse(LINKS.isToken(forged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AXAx", "AXA", "no token of ours, and not even base64 in all of its characters"})
    void otherTextsAreNone(String text) {
        assertEquals(-1, end(TOKENS, text, 0));
        assertFalse(LINKS.isToken(text));
    }

    @Test
    void tokensWithoutASignatureAreKnownByTheirForm() {
        var random = new Random(5);
        var tokens = Stream.concat(
                Stream.of(ConfirmationToken.create(new ListId("news"), SampleSubscribers.aKey("ab"), random).text()),
                Stream.of(ModerationToken.Action.values()).map(
                        action -> ModerationToken.create(new PostId("0198c0ffee0123456789abcd"), action, random)
                                .text()));

        tokens.forEach(token -> {
            assertTrue(LINKS.isToken(token), token);
            assertTrue(PublicLinks.mayBeginUnsigned((byte) token.charAt(0), (byte) token.charAt(1)), token);
        });
        assertFalse(PublicLinks.mayBeginUnsigned((byte) 'B', (byte) 'Q'));
        assertFalse(PublicLinks.mayBeginUnsigned((byte) 'A', (byte) 'A'));
    }

    @Test
    void aBeginningIsReadAsTheWholeIs() {
        var text = EVERY_CHARACTER.getBytes(US_ASCII);

        for (var to = 4; to <= text.length; to += 4) {
            assertEquals(Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(
                    EVERY_CHARACTER.substring(0, to))),
                    Base64.getEncoder().encodeToString(Base64Url.beginning(text, 0, to)));
        }
        assertEquals(0, Base64Url.value((byte) '.'));
        assertEquals(43, Base64Url.length(32));
    }
}
