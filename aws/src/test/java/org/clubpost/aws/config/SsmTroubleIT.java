package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What Parameter Store does under load, what it forbids, and that texts lie in it encrypted. */
class SsmTroubleIT {

    private static final String NAME = "/clubpost/club/secrets";

    @AutoClose
    private final SsmStub stub = new SsmStub();

    private static SsmParameters at(URI endpoint) {
        return new SsmParameters(AwsClients.http().build(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")), Region.EU_CENTRAL_1,
                endpoint, attempt -> attempt <= 3);
    }

    @Test
    void textIsStoredEncryptedAndOnce() {
        try (var parameters = at(stub.endpoint())) {
            assertTrue(parameters.create(NAME, "text"));
            assertFalse(parameters.create(NAME, "something else"));

            assertEquals(Map.of(NAME, "text"), stub.parameters());
        }
    }

    @Test
    void throttledCallIsRepeated() {
        stub.put(NAME, "text");
        stub.refuseOnce("ThrottlingException");
        stub.refuseOnce("com.amazonaws.ssm#InternalServerError");
        try (var parameters = at(stub.endpoint())) {

            assertEquals(Optional.of("text"), parameters.find(NAME));
        }
    }

    @Test
    void whatIsForbiddenIsNotRepeated() {
        stub.put(NAME, "text");
        stub.refuseOnce("AccessDeniedException");
        try (var parameters = at(stub.endpoint())) {

            var refused = assertThrows(UnavailableException.class, () -> parameters.find(NAME));

            assertTrue(String.valueOf(refused.getMessage()).contains("AccessDeniedException"), refused.getMessage());
        }
    }

    @Test
    void storeThatDoesNotAnswerIsUnavailable() {
        var nobody = stub.endpoint();
        stub.close();
        try (var parameters = at(nobody)) {

            assertThrows(UnavailableException.class, () -> parameters.find(NAME));
        }
    }
}
