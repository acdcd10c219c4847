package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clubpost.aws.moto.MotoServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a Parameter Store that we have not written. */
class SsmParametersIT {

    private final String name = "/clubpost/" + UUID.randomUUID() + "/secrets";
    private final SystemProperties account = SystemProperties.ofAnAccount().with("aws.endpointUrl",
            MotoServer.running().endpoint().toString());

    @AfterEach
    void restore() {
        account.close();
    }

    @Test
    void textIsStoredOnceAndFoundAgain() {
        try (var parameters = SsmParameters.open()) {
            var text = "lines\nwith \"quotes\" and ü";

            var before = parameters.find(name);
            var first = parameters.create(name, text);
            var second = parameters.create(name, "something else");

            assertEquals(Optional.empty(), before);
            assertTrue(first);
            assertFalse(second);
            assertEquals(Optional.of(text), parameters.find(name));
        }
    }

    @Test
    void environmentReadsTheSecretsFromTheParameterThatItNames() {
        var secrets = InstallationSecrets.generate(new SecureRandom());
        try (var parameters = SsmParameters.open()) {
            parameters.create(name, secrets.text());
        }

        var read = Environment.of(Map.of("CLUBPOST_SECRETS_PARAMETER", name)).secrets();

        assertEquals(secrets.text(), read.text());
    }

    @Test
    void parameterThatIsNotThereIsSaidToBeMissing() {
        var environment = Environment.of(Map.of("CLUBPOST_SECRETS_PARAMETER", name));

        var missing = assertThrows(IllegalStateException.class, environment::secrets);

        assertTrue(String.valueOf(missing.getMessage()).contains("CLUBPOST_SECRETS_PARAMETER"), missing.getMessage());
    }
}
