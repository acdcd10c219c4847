package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SsmParametersIT {

    private static final String NAME = "/clubpost/club/secrets";

    private final SsmStub stub = new SsmStub();

    @BeforeEach
    void thereAreCredentialsAndARegion() {
        System.setProperty("aws.accessKeyId", "any");
        System.setProperty("aws.secretAccessKey", "any");
        System.setProperty("aws.region", "eu-central-1");
    }

    @AfterEach
    void stop() {
        stub.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.clearProperty("aws.region");
    }

    private static SsmParameters at(URI endpoint) {
        return new SsmParameters(AwsClients.http().build(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")), Region.EU_CENTRAL_1,
                endpoint, attempt -> attempt <= 3);
    }

    @Test
    void textIsStoredOnceAndFoundAgain() {
        try (var parameters = at(stub.endpoint())) {
            var text = "lines\nwith \"quotes\" and ü";

            var before = parameters.find(NAME);
            var first = parameters.create(NAME, text);
            var second = parameters.create(NAME, "something else");

            assertEquals(Optional.empty(), before);
            assertTrue(first);
            assertFalse(second);
            assertEquals(Optional.of(text), parameters.find(NAME));
            assertEquals(Map.of(NAME, text), stub.parameters());
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

    @Test
    void environmentReadsTheSecretsFromTheParameterThatItNames() {
        var secrets = InstallationSecrets.generate(new SecureRandom());
        stub.put(NAME, secrets.text());
        var environment = Environment.of(
                Map.of("CLUBPOST_SECRETS_PARAMETER", NAME, "AWS_ENDPOINT_URL_SSM", stub.endpoint().toString()));

        var read = environment.secrets();

        assertEquals(secrets.text(), read.text());
    }

    @Test
    void parameterThatIsNotThereIsSaidToBeMissing() {
        var environment = Environment.of(
                Map.of("CLUBPOST_SECRETS_PARAMETER", NAME, "AWS_ENDPOINT_URL_SSM", stub.endpoint().toString()));

        var missing = assertThrows(IllegalStateException.class, environment::secrets);

        assertTrue(String.valueOf(missing.getMessage()).contains("CLUBPOST_SECRETS_PARAMETER"), missing.getMessage());
    }
}
