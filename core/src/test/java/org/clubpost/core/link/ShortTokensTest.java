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

import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortTokensTest {

    private static final ListId NEWS = new ListId("news");
    private static final SubscriberId ANNA = aKey("0123456789abcdef");
    private static final MembershipLink LINK = new MembershipLink(LinkPurpose.LEAVE_PAGE, NEWS, ANNA);
    private static final ShortTokens SHORTS = TOKENS.shorts();

    private static ShortToken read(String token) {
        return SHORTS.read(token).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE_PAGE", "MANAGE_PAGE"})
    void whatWasSignedSaysWhomToLookForAndFitsTheMember(LinkPurpose purpose) {
        var link = new MembershipLink(purpose, new ListId("n".repeat(40)), ANNA);

        var token = read(SHORTS.sign(link));

        assertEquals(purpose, token.purpose());
        assertTrue(token.isAbout(link.list()));
        assertFalse(token.isAbout(NEWS));
        assertTrue(token.first().compareTo(ANNA) <= 0 && ANNA.compareTo(token.last()) <= 0);
        assertEquals(token.first().hex().substring(0, 10), token.last().hex().substring(0, 10));
        assertEquals(Optional.of(link), SHORTS.link(token, link.list(), ANNA));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"LEAVE_PAGE", "MANAGE_PAGE"})
    void noOtherPurposeHasAShortToken(LinkPurpose purpose) {
        var link = SampleLinks.link(purpose, NEWS, ANNA);

        assertThrows(IllegalArgumentException.class, () -> SHORTS.sign(link));
    }

    @Test
    void codesOfShortTokensAreThoseOfThePurposes() {
        var codes = Stream.of(LinkPurpose.values()).flatMap(each -> each.shortCode().stream())
                .collect(Collectors.toSet());

        assertEquals(Set.of((byte) 'P', (byte) 'S'), codes);
        for (var octet = 0; octet < 256; octet++) {
            assertEquals(codes.contains((byte) octet), LinkPurpose.isShortCode((byte) octet));
            assertFalse(LinkPurpose.isShortCode((byte) octet) && LinkPurpose.isCode((byte) octet));
        }
    }

    @Test
    void itFitsNobodyElseWhoseKeyAndListBeginAlike() {
        var token = read(SHORTS.sign(LINK));

        for (var digit = 10; digit < 32; digit++) {
            var hex = new StringBuilder(ANNA.hex());
            hex.setCharAt(digit, hex.charAt(digit) == '5' ? '6' : '5');
            assertEquals(Optional.empty(), SHORTS.link(token, NEWS, new SubscriberId(hex.toString())));
        }
        assertEquals(Optional.empty(), SHORTS.link(token, new ListId("new"), ANNA));
    }

    @Test
    void tokenInWhichAnyBitIsFlippedFitsNobody() {
        var token = Base64.getUrlDecoder().decode(SHORTS.sign(LINK));
        for (var bit = 0; bit < token.length * 8; bit++) {
            var forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);

            var read = SHORTS.read(Base64.getUrlEncoder().encodeToString(forged));

            assertEquals(Optional.empty(), read.flatMap(known -> SHORTS.link(known, NEWS, ANNA)), "bit " + bit);
            assertEquals(bit >= 14 * 8, read.isPresent(), "bit " + bit);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AVAAAAAAAAAAAAAAAAAAAAAA", "AVA=AAAAAAAAAAAAAAAAAAAA", "AVA!AAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenIsRefused(String text) {
        assertEquals(Optional.empty(), SHORTS.read(text));
    }

    @Test
    void neitherFormIsTakenForTheOther() {
        assertEquals(Optional.empty(), TOKENS.verify(SHORTS.sign(LINK)));
        assertEquals(Optional.empty(), SHORTS.read(TOKENS.sign(LINK)));
        assertEquals(Optional.empty(), SHORTS.read(SHORTS.sign(LINK) + "A"));
    }

    @Test
    void needsNoEscapingAndShowsNothing() {
        var token = SHORTS.sign(LINK);

        assertTrue(token.matches("[A-Za-z0-9_-]{24}"), token);
        assertEquals("ShortToken[hidden]", read(token).toString());
    }

    @Test
    void afterAKeyWasRotatedOldTokensStillFitAndNewOnesAreOfTheNewKey() {
        var rotated = new MembershipTokens(new SigningKeys(255, Map.of(1, aKey('1'), 255, aKey('9')))).shorts();
        var old = SHORTS.sign(LINK);

        assertEquals(Optional.of(LINK), rotated.link(rotated.read(old).orElseThrow(), NEWS, ANNA));
        assertEquals(Optional.of(LINK),
                rotated.link(rotated.read(rotated.sign(LINK)).orElseThrow(), NEWS, ANNA));
        assertNotEquals(old, rotated.sign(LINK));
        assertEquals(Optional.empty(), SHORTS.read(rotated.sign(LINK)));
        assertEquals(Optional.empty(),
                new MembershipTokens(new SigningKeys(KEYS.current(), Map.of(1, aKey('2')))).shorts().read(old));
    }

    @Test
    void membersHaveTokensOfTheirOwn() {
        var tokens = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            tokens.add(SHORTS.sign(new MembershipLink(LinkPurpose.LEAVE_PAGE, NEWS,
                    new SubscriberId("0123456789%022x".formatted(i)))));
        }
        assertEquals(1_000, tokens.size(), "they begin alike, and their seals differ");
    }
}
