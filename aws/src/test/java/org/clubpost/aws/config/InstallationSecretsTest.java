package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.secret.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationSecretsTest {

    private static final String ZEROS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String LINES = """
            # of the chess club
            installation = %s
            signing.current = 2
            signing.1 = %s
            signing.2 = %s
            """.formatted(ZEROS, ZEROS, ZEROS);

    @Test
    void linesAreRead() {
        var zeros = new SecretKeySpec(new byte[32], "HmacSHA256");

        assertEquals(new InstallationSecrets(zeros, new SigningKeys(2, Map.of(1, zeros, 2, zeros))),
                InstallationSecrets.parse(LINES));
    }

    @Test
    void newSecretsAreDifferentEachTimeAndComeBackFromTheirText() {
        var random = new SecureRandom();
        var secrets = InstallationSecrets.generate(random);

        assertEquals(secrets, InstallationSecrets.parse(secrets.text()));
        assertNotEquals(secrets, InstallationSecrets.generate(random));
        assertNotEquals(secrets.installation(), secrets.signing().keys().get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"installation = | the secrets lack the line installation",
                    "signing.current = 2| the secrets lack the line signing.current"})
    void missingLineIsNamed(String line, String message) {
        var without = LINES.lines().filter(each -> !each.startsWith(line.strip())).reduce("", (a, b) -> a + "\n" + b);

        assertEquals(message,
                assertThrows(IllegalStateException.class, () -> InstallationSecrets.parse(without)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "signing.current = 2|signing.current = 3|in the secrets, signing.current names no key, or a key's number is above 255",
                    "signing.current = 2|signing.current = x|in the secrets, signing.current names no key, or a key's number is above 255",
                    "signing.1 = |signing.999 = |in the secrets, signing.current names no key, or a key's number is above 255",
                    "signing.1 = AAAA|signing.1 = |in the secrets, signing.1 has not 256 bits",
                    "signing.1 = A|signing.1 = !|in the secrets, signing.1 is not base64"})
    void malformedLineIsNamedAndNotShown(String from, String to, String message) {
        var broken = LINES.replace(from, to);

        assertEquals(message,
                assertThrows(IllegalStateException.class, () -> InstallationSecrets.parse(broken)).getMessage());
    }

    @Test
    void itsTextForPeopleTellsNothing() {
        assertEquals("InstallationSecrets[hidden]", InstallationSecrets.parse(LINES).toString());
    }

    @Test
    void rotatedSecretsAreReadAgainWithTheDayOfTheKey() {
        var before = InstallationSecrets.generate(new Random(1));
        var known = before.withNewKey(new Random(2), LocalDate.of(2026, 11, 28));

        assertEquals(1, known.signing().current());
        assertEquals(Map.of(2, LocalDate.of(2026, 11, 28)), known.made());
        assertEquals(known.withNewestCurrent(), InstallationSecrets.parse(known.withNewestCurrent().text()));
        assertEquals(before.signing(), InstallationSecrets.parse(before.text() + "signing.1.made = soon\n").signing());
    }

    /** CloudFront and the functions have it from one another, so no rotation of the signing keys may change it. */
    @Test
    void edgeKeyFollowsFromTheInstallationAlone() {
        var before = InstallationSecrets.parse(LINES).edgeKey();
        var rotated = InstallationSecrets.parse(LINES.replace("signing.current = 2", "signing.current = 1"));
        var others = InstallationSecrets.generate(new SecureRandom());

        assertTrue(before.matches("[0-9a-f]{64}"), before);
        assertEquals(before, rotated.edgeKey());
        assertNotEquals(before, others.edgeKey());
    }
}
