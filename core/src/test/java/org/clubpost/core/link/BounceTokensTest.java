package org.clubpost.core.link;

import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.link.SampleLinks.aKey;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BounceTokensTest {

    private static final ListId NEWS = new ListId("news");
    private static final SubscriberId ANNA = aKey("0123456789abcdef");
    private static final PostId POST = new PostId("0190f3a1b2c3d4e5f6a7b8c9");
    private static final Trace.Marked COPY = new Trace.Marked(NEWS, Optional.of(POST), ANNA, Purpose.COPY);
    private static final BounceTokens BOUNCES = TOKENS.bounces();

    /** Any mail, by a number: of lists with names of every length, of all purposes, with and without a post. */
    private static Trace.Marked mail(int number) {
        var random = new Random(number);
        var purpose = List.of(Purpose.values()).get(random.nextInt(3));
        return new Trace.Marked(new ListId("n".repeat(1 + number % 40)),
                purpose == Purpose.COPY ? Optional.of(new PostId(hex(random, 12))) : Optional.empty(),
                new SubscriberId(hex(random, 16)), purpose);
    }

    private static String hex(Random random, int octets) {
        var all = new byte[octets];
        random.nextBytes(all);
        return HexFormat.of().formatHex(all);
    }

    static Stream<Trace.Marked> mails() {
        return IntStream.range(0, 400).mapToObj(BounceTokensTest::mail);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void whatWasSignedIsFoundAgainWhateverItsCase(Trace.Marked mail) {
        var token = BOUNCES.sign(mail);
        var path = new ReturnPath(token);

        assertTrue(token.matches("[0-9a-v]{48}"), token);
        assertTrue(path.at("lists.example.org").localPart().length() <= 64);
        for (var written : Stream.of(token, token.toUpperCase(Locale.ROOT)).toList()) {
            var read = BOUNCES.read(written).orElseThrow();
            assertEquals(mail.purpose(), read.purpose());
            assertEquals(mail.post(), read.post());
            assertTrue(read.isAbout(mail.list()));
            assertTrue(read.first().compareTo(mail.subscriber()) <= 0
                    && mail.subscriber().compareTo(read.last()) <= 0);
            assertEquals(Optional.of(mail), BOUNCES.trace(read, mail.list(), mail.subscriber()));
        }
    }

    @Test
    void itFitsNobodyElseWhoseKeyAndListBeginAlike() {
        var token = BOUNCES.read(BOUNCES.sign(COPY)).orElseThrow();

        for (var digit = 10; digit < 32; digit++) {
            var hex = new StringBuilder(ANNA.hex());
            hex.setCharAt(digit, hex.charAt(digit) == '5' ? '6' : '5');
            assertEquals(Optional.empty(), BOUNCES.trace(token, NEWS, new SubscriberId(hex.toString())));
        }
        assertEquals(Optional.empty(), BOUNCES.trace(token, new ListId("new"), ANNA));
        assertFalse(token.isAbout(new ListId("new")));
    }

    @Test
    void tokenInWhichAnyBitIsFlippedFitsNobody() {
        var token = new BigInteger(BOUNCES.sign(COPY), 32);
        for (var bit = 0; bit < 240; bit++) {
            var forged = token.flipBit(bit).toString(32);

            var read = BOUNCES.read("0".repeat(48 - forged.length()) + forged);

            assertEquals(Optional.empty(), read.flatMap(known -> BOUNCES.trace(known, NEWS, ANNA)), "bit " + bit);
            assertEquals(bit < 32, read.isPresent(), "bit " + bit);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "+00000000000000000000000000000000000000000000000",
                    "00000000000000000000000000000000000000000000000w",
                    "000000000000000000000000000000000000000000000000",
                    "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv"})
    void whatIsNoTokenIsRefused(String text) {
        assertEquals(Optional.empty(), BOUNCES.read(text));
    }

    @Test
    void oneMailHasOneTokenAndShowsNothing() {
        assertEquals(BOUNCES.sign(COPY), BOUNCES.sign(COPY));
        assertNotEquals(BOUNCES.sign(COPY),
                BOUNCES.sign(new Trace.Marked(NEWS, Optional.of(POST), ANNA, Purpose.PROBE)));
        assertEquals("BounceToken[hidden]", BOUNCES.read(BOUNCES.sign(COPY)).orElseThrow().toString());
        assertEquals("TokenHead[hidden]", new TokenHead("01").toString());
    }

    @Test
    void afterAKeyWasRotatedOldTokensStillFit() {
        var rotated = new MembershipTokens(new SigningKeys(255, Map.of(1, aKey('1'), 255, aKey('9')))).bounces();
        var old = BOUNCES.sign(COPY);

        assertEquals(Optional.of(COPY), rotated.trace(rotated.read(old).orElseThrow(), NEWS, ANNA));
        assertEquals(Optional.of(COPY), rotated.trace(rotated.read(rotated.sign(COPY)).orElseThrow(), NEWS, ANNA));
        assertNotEquals(old, rotated.sign(COPY));
        assertEquals(Optional.empty(), BOUNCES.read(rotated.sign(COPY)));
    }
}
