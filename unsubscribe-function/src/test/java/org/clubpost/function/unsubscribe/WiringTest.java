package org.clubpost.function.unsubscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {

    private static final Map<String, String> VARIABLES = Map.of("CLUBPOST_TABLE", "clubpost", "CLUBPOST_PUBLIC_URL",
            "https://lists.example.org", "CLUBPOST_SECRETS", InstallationSecrets.generate(new SecureRandom()).text());

    @BeforeEach
    void thereIsARegion() {
        System.setProperty("aws.region", "eu-central-1");
    }

    @AfterEach
    void thereIsNoneAnyMore() {
        System.clearProperty("aws.region");
    }

    @Test
    void functionIsMadeFromItsEnvironment() {
        var wiring = Wiring.from(Environment.of(VARIABLES));
        var leave = new UnsubscribeHandler(wiring.unsubscribe(), wiring.pages(), new FixedClock());
        var manage = new ManageHandler(wiring.manage(), wiring.pages(), new FixedClock());

        for (var handler : List.of(leave, manage)) {
            var answer = handler.handleRequest(SampleEvents.get("/").as("PUT").event(), new SampleContext());

            assertEquals(405, answer.getStatusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLUBPOST_TABLE", "CLUBPOST_SECRETS"})
    void missingVariableIsNamed(String name) {
        var variables = new HashMap<>(VARIABLES);
        variables.remove(name);

        var missing = assertThrows(IllegalStateException.class, () -> Wiring.from(Environment.of(variables)));

        assertTrue(String.valueOf(missing.getMessage()).contains(name), missing.getMessage());
    }
}
