package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the {@code Wiring} of every function that answers HTTP must do. */
public interface WiringContract {

    /** The variables that the function needs. */
    Set<String> needed();

    /** The functions, made from that environment. */
    List<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> made(Environment environment);

    /** Every variable that there is. */
    private static Map<String, String> everything() {
        return Map.of("CLUBPOST_TABLE", "clubpost", "CLUBPOST_BUCKET", "clubpost-mails", "CLUBPOST_QUEUE_URL",
                "https://sqs.eu-central-1.amazonaws.com/1/q", "CLUBPOST_PUBLIC_URL", "https://lists.example.org",
                "CLUBPOST_SECRETS", InstallationSecrets.generate(new SecureRandom()).text());
    }

    @BeforeEach
    default void thereIsARegion() {
        System.setProperty("aws.region", "eu-central-1");
    }

    @AfterEach
    default void thereIsNoneAnyMore() {
        System.clearProperty("aws.region");
    }

    @Test
    default void functionIsMadeFromWhatItNeedsAndNoMore() {
        var variables = new HashMap<>(everything());
        variables.keySet().retainAll(needed());

        for (var handler : made(Environment.of(variables))) {
            var answer = handler.handleRequest(SampleEvents.get("/").as("PUT").event(), new SampleContext());

            assertEquals(405, answer.getStatusCode());
        }
    }

    @Test
    default void missingVariableIsNamed() {
        for (var name : needed()) {
            var variables = new HashMap<>(everything());
            variables.remove(name);

            var missing = assertThrows(IllegalStateException.class, () -> made(Environment.of(variables)));

            assertTrue(String.valueOf(missing.getMessage()).contains(name), missing.getMessage());
        }
    }
}
