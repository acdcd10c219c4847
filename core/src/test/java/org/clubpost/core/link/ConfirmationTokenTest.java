package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfirmationTokenTest {

    private static final ConfirmationToken TOKEN = ConfirmationToken.create(new ListId("news"), aKey("0a1b"),
            new Random(1));

    @ParameterizedTest
    @ValueSource(strings = {"n", "news", "a-list-with-the-longest-name-there-can-be"})
    void tokenIsReadAsItWasWritten(String list) {
        var token = ConfirmationToken.create(new ListId(list.substring(0, Math.min(40, list.length()))), aKey("ff"),
                new Random(2));

        assertEquals(Optional.of(token), ConfirmationToken.parse(token.text()));
    }

    @Test
    void tokenNeedsNoEscaping() {
        assertTrue(TOKEN.text().matches("[A-Za-z0-9_-]{45,128}"));
    }

    @Test
    void tokensOfOneRequestDiffer() {
        var random = new Random(3);

        assertNotEquals(ConfirmationToken.create(TOKEN.list(), TOKEN.subscriber(), random),
                ConfirmationToken.create(TOKEN.list(), TOKEN.subscriber(), random));
    }

    @Test
    void digestIsSha256OfTheText() throws GeneralSecurityException {
        var expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.text().getBytes(US_ASCII)));

        assertEquals(new TokenDigest(expected), TOKEN.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "====", "not a token", "AQ", "ä",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenIsRefused(String text) {
        assertEquals(Optional.empty(), ConfirmationToken.parse(text));
    }

    @Test
    void endlessTextIsRefused() {
        assertEquals(Optional.empty(), ConfirmationToken.parse("A".repeat(1 << 20)));
    }

    @Test
    void tokenWithoutAListIsRefused() {
        var token = Base64.getUrlDecoder().decode(TOKEN.text());

        assertEquals(Optional.empty(), ConfirmationToken
                .parse(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(token, 33))));
    }

    @Test
    void tokenWithABadListIsRefused() {
        var token = Base64.getUrlDecoder().decode(TOKEN.text());
        token[token.length - 1] = (byte) 0xe4;

        assertEquals(Optional.empty(), ConfirmationToken.parse(Base64.getUrlEncoder().encodeToString(token)));
    }

    @Test
    void tokenCannotSlipIntoALog() {
        assertEquals("ConfirmationToken[hidden]", TOKEN.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "g", "A"})
    void digestHas64HexadecimalDigits(String bad) {
        assertThrows(IllegalArgumentException.class, () -> new TokenDigest(bad));
        assertThrows(IllegalArgumentException.class, () -> new TokenDigest((bad + "0").substring(0, 1).repeat(63)));
    }
}
