package org.clubpost.function.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmStub;
import org.clubpost.function.setup.Chore.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepSecretsIT {

    private static final String NAME = "/clubpost/club/secrets";
    private static final Properties PROPERTIES = new Properties(Map.of("Parameter", NAME));

    private final SsmStub ssm = new SsmStub();

    @BeforeEach
    void thereAreCredentialsAndARegion() {
        System.setProperty("aws.accessKeyId", "any");
        System.setProperty("aws.secretAccessKey", "any");
        System.setProperty("aws.region", "eu-central-1");
    }

    @AfterEach
    void stop() {
        ssm.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.clearProperty("aws.region");
    }

    private KeepSecrets chore() {
        var parameters = Environment.of(Map.of("AWS_ENDPOINT_URL_SSM", ssm.endpoint().toString())).parameters();
        return new KeepSecrets(parameters::create, () -> InstallationSecrets.generate(new SecureRandom()).text());
    }

    @Test
    void keysAreMadeOnceAndNeverReplacedOrRemoved() {
        var made = chore().make(PROPERTIES);
        var first = ssm.parameters().get(NAME);
        var again = chore().make(PROPERTIES);
        chore().remove(NAME, PROPERTIES);

        assertEquals(new Chore.Made(NAME, Map.of()), made);
        assertEquals(made, again);
        assertEquals(Set.of(NAME), ssm.parameters().keySet());
        assertEquals(first, ssm.parameters().get(NAME));
    }

    @Test
    void keysAreOfTheShapeThatTheFunctionsRead() {
        chore().make(PROPERTIES);

        var text = String.valueOf(ssm.parameters().get(NAME));

        assertEquals(text, InstallationSecrets.parse(text).text());
    }
}
