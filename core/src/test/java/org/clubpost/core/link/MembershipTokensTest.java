package org.clubpost.core.link;

import static org.clubpost.core.link.SampleLinks.KEYS;
import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.link.SampleLinks.aKey;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MembershipTokensTest {

    private static final MembershipLink LINK = new MembershipLink(LinkPurpose.LEAVE_PAGE, new ListId("news"),
            aKey("0123456789abcdef"));

    @ParameterizedTest
    @EnumSource
    void whatWasSignedIsVerified(LinkPurpose purpose) {
        var link = SampleLinks.link(purpose, new ListId("n".repeat(40)), aKey("ff"));

        assertEquals(Optional.of(link), TOKENS.verify(TOKENS.sign(link)));
    }

    @Test
    void timeIsThereExactlyForThePurposesThatHaveOne() {
        var time = Instant.parse("2026-12-31T23:59:59.987654321Z");
        var undo = new MembershipLink(LinkPurpose.COME_BACK, LINK.list(), LINK.subscriber(), time);

        assertEquals(Optional.of(time.truncatedTo(ChronoUnit.MILLIS)),
                TOKENS.verify(TOKENS.sign(undo)).orElseThrow().time());
        assertNotEquals(TOKENS.sign(undo), TOKENS.sign(
                new MembershipLink(LinkPurpose.COME_BACK, LINK.list(), LINK.subscriber(), time.plusMillis(1))));
        assertThrows(IllegalArgumentException.class,
                () -> new MembershipLink(LinkPurpose.COME_BACK, LINK.list(), LINK.subscriber()));
        assertThrows(IllegalArgumentException.class,
                () -> new MembershipLink(LinkPurpose.LEAVE_PAGE, LINK.list(), LINK.subscriber(), time));
    }

    @Test
    void tokenForATimeThatHoldsNoneIsRefused() throws GeneralSecurityException {
        var token = Base64.getUrlDecoder().decode(TOKENS.sign(LINK));
        var timed = Arrays.copyOf(token, token.length - 16);
        timed[1] = LinkPurpose.COME_BACK.code();

        assertEquals(Optional.empty(), TOKENS.verify(text(signed(timed))));
    }

    @Test
    void sameLinkGivesTheSameToken() {
        assertEquals(TOKENS.sign(LINK), TOKENS.sign(LINK));
    }

    @Test
    void tokenNeedsNoEscapingAndShowsNoName() {
        var token = TOKENS.sign(LINK);

        assertTrue(token.matches("[A-Za-z0-9_-]{40,128}"), token);
        assertFalse(token.contains("news"));
    }

    @Test
    void purposesHaveDifferentTokens() {
        assertNotEquals(TOKENS.sign(LINK),
                TOKENS.sign(new MembershipLink(LinkPurpose.ONE_CLICK, LINK.list(), LINK.subscriber())));
    }

    @Test
    void tokenInWhichAnyBitIsFlippedIsRefused() {
        var token = Base64.getUrlDecoder().decode(TOKENS.sign(LINK));
        for (var bit = 0; bit < token.length * 8; bit++) {
            var forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);

            assertEquals(Optional.empty(), TOKENS.verify(text(forged)), "bit " + bit);
        }
    }

    @Test
    void tokenThatIsCutOrLongerIsRefused() {
        var token = TOKENS.sign(LINK);
        for (var length = 0; length < token.length(); length++) {
            assertEquals(Optional.empty(), TOKENS.verify(token.substring(0, length)));
        }
        assertEquals(Optional.empty(), TOKENS.verify(token + "AAAA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "====", "ä", "%41", "not a token",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenIsRefused(String text) {
        assertEquals(Optional.empty(), TOKENS.verify(text));
    }

    @Test
    void endlessTextIsRefused() {
        assertEquals(Optional.empty(), TOKENS.verify(TOKENS.sign(LINK).repeat(100)));
    }

    @Test
    void tokenOfAnotherInstallationIsRefused() {
        var others = new MembershipTokens(new SigningKeys(1, Map.of(1, aKey('2'))));

        assertEquals(Optional.empty(), TOKENS.verify(others.sign(LINK)));
    }

    @Test
    void afterAKeyWasRotatedOldTokensStillVerifyAndNewOnesAreOfTheNewKey() {
        var rotated = new MembershipTokens(new SigningKeys(255, Map.of(1, aKey('1'), 255, aKey('9'))));

        assertEquals(Optional.of(LINK), rotated.verify(TOKENS.sign(LINK)));
        assertEquals(Optional.of(LINK), rotated.verify(rotated.sign(LINK)));
        assertNotEquals(TOKENS.sign(LINK), rotated.sign(LINK));
        assertEquals(Optional.empty(), TOKENS.verify(rotated.sign(LINK)));
    }

    @Test
    void tokenOfAKeyThatWasTakenAwayIsRefused() {
        var without = new MembershipTokens(new SigningKeys(2, Map.of(2, aKey('2'))));

        assertEquals(Optional.empty(), without.verify(TOKENS.sign(LINK)));
    }

    @Test
    void signedTextThatSaysNothingWeKnowIsRefused() throws GeneralSecurityException {
        var token = Base64.getUrlDecoder().decode(TOKENS.sign(LINK));
        var unknownPurpose = Arrays.copyOf(token, token.length - 16);
        unknownPurpose[1] = 'x';
        var badList = Arrays.copyOf(token, token.length - 16);
        badList[18] = '-';

        assertEquals(Optional.empty(), TOKENS.verify(text(signed(unknownPurpose))));
        assertEquals(Optional.empty(), TOKENS.verify(text(signed(badList))));
        assertEquals(Optional.of(LINK), TOKENS.verify(text(signed(Arrays.copyOf(token, token.length - 16)))));
    }

    private static byte[] signed(byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(aKey('1'));
        var token = Arrays.copyOf(text, text.length + 16);
        System.arraycopy(mac.doFinal(text), 0, token, text.length, 16);
        return token;
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @Test
    void currentKeyMustBeAmongTheKeys() {
        assertThrows(IllegalArgumentException.class, () -> new SigningKeys(2, Map.of(1, aKey('1'))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void keyNumbersFitIntoAnOctet(int number) {
        assertThrows(IllegalArgumentException.class,
                () -> new SigningKeys(1, Map.of(1, aKey('1'), number, aKey('2'))));
    }

    @Test
    void keysCannotSlipIntoALog() {
        assertEquals("SigningKeys[current=1]", KEYS.toString());
    }

    /** Keys are rotated while the service runs. */
    @Test
    void keysAreAskedForEachTime() {
        SecretKey first = new SecretKeySpec(new byte[32], "HmacSHA256");
        var second = new byte[32];
        second[0] = 1;
        var old = new SigningKeys(1, Map.of(1, first));
        var known = old.with(new SecretKeySpec(second, "HmacSHA256"));
        var now = new AtomicReference<>(old);
        var tokens = new MembershipTokens(now::get);
        var link = new MembershipLink(LinkPurpose.ONE_CLICK, new ListId("news"), new SubscriberId("0".repeat(32)));

        var before = tokens.sign(link);
        now.set(known);
        var between = tokens.sign(link);
        now.set(known.withNewestCurrent());
        var after = tokens.sign(link);

        assertEquals(before, between);
        assertNotEquals(before, after);
        assertEquals(Optional.of(link), tokens.verify(before));
        assertEquals(Optional.of(link), tokens.verify(after));
        assertEquals(Optional.of(link), new MembershipTokens(known).verify(after), "who does not sign with it yet");
        assertEquals(Optional.empty(), new MembershipTokens(old).verify(after));
    }
}
