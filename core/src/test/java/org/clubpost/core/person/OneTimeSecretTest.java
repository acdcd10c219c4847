package org.clubpost.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimeSecretTest {

    private final OneTimeSecret secret = new OneTimeSecret(new Random(1));

    @Test
    void doorOpensOnceAndLookingAtItDoesNotUseTheSecretUp() {
        assertTrue(secret.fits(secret.text()));
        assertTrue(secret.fits(secret.text()));

        assertTrue(secret.pass(secret.text()));

        assertFalse(secret.fits(secret.text()));
        assertFalse(secret.pass(secret.text()));
    }

    @Test
    void whatIsAnythingElseOpensNothingAndUsesNothingUp() {
        var text = secret.text();
        for (var wrong : List.of("", text.substring(1), text + "A", new OneTimeSecret(new Random(2)).text(),
                text.toLowerCase(Locale.ROOT), "ä".repeat(text.length()))) {
            assertFalse(secret.fits(wrong), wrong);
            assertFalse(secret.pass(wrong), wrong);
        }
        assertTrue(secret.pass(text));
    }

    @Test
    void ofManyAtOnceOnePasses() {
        assertEquals(1, IntStream.range(0, 1_000).parallel().filter(_ -> secret.pass(secret.text())).count());
    }

    @Test
    void secretIsLongAndNotInWhatIsLogged() {
        assertEquals(32, secret.text().length());
        assertNotEquals(secret.text(), new OneTimeSecret(new Random(2)).text());
        assertFalse(("" + secret).contains(secret.text()));
    }
}
