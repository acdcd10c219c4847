package org.clubpost.local.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.clubpost.aws.config.InstallationSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    /** The example of the libraries of Standard Webhooks. */
    @Test
    void signatureIsThatOfStandardWebhooks() {
        var secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", secret
                .signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"));
    }

    @Test
    void usualSecretIsAlwaysTheSameOfAnInstallationAndReadAgain() {
        var secrets = InstallationSecrets.generate(new SecureRandom());
        var secret = WebhookSecret.of(secrets);

        assertEquals(secret.text(), WebhookSecret.of(InstallationSecrets.parse(secrets.text())).text());
        assertEquals(secret.text(), WebhookSecret.parse(secret.text()).orElseThrow().text());
        assertNotEquals(secret.text(), WebhookSecret.of(InstallationSecrets.generate(new SecureRandom())).text());
        assertFalse(secret.toString().contains(secret.text().substring(6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_tooShort", "whsec_%%%%",
                    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS"})
    void otherTextsAreNone(String text) {
        assertTrue(WebhookSecret.parse(text).isEmpty());
    }
}
