package org.clubpost.function.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmParameters;
import org.clubpost.aws.config.SystemProperties;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.resource.Chore.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KeepSecretsIT {

    private final String name = "/clubpost/" + UUID.randomUUID() + "/secrets";
    private final Properties properties = new Properties(Map.of("Parameter", name));
    private final SystemProperties account = SystemProperties.ofAnAccount().with("aws.endpointUrl",
            MotoServer.running().endpoint().toString());
    @AutoClose
    private final SsmParameters parameters = SsmParameters.open();

    @AfterEach
    void restore() {
        account.close();
    }

    private KeepSecrets chore() {
        return new KeepSecrets(new KeepSecrets.Parameters(parameters::create, parameters::find),
                () -> InstallationSecrets.generate(new SecureRandom()).text(),
                text -> InstallationSecrets.parse(text).edgeKey());
    }

    @Test
    void keysAreMadeOnceAndNeverReplacedOrRemoved() {
        var made = chore().make(properties);
        var first = parameters.find(name).orElseThrow();
        var again = chore().make(properties);
        chore().remove(name, properties);

        assertEquals(name, made.id());
        assertEquals(made, again);
        assertEquals(first, parameters.find(name).orElseThrow());
    }

    @Test
    void edgeKeyFollowsFromTheKeysAndIsShownToNobody() {
        var made = chore().make(properties);

        assertEquals(Map.of("EdgeKey", InstallationSecrets.parse(parameters.find(name).orElseThrow()).edgeKey()),
                made.attributes());
        assertTrue(made.isSecret());
    }

    @Test
    void keysAreOfTheShapeThatTheFunctionsRead() {
        chore().make(properties);

        var text = parameters.find(name).orElseThrow();

        assertEquals(text, InstallationSecrets.parse(text).text());
    }
}
