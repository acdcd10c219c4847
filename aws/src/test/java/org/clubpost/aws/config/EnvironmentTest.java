package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @Test
    void everySettingComesFromItsVariable() {
        var environment = Environment.of(Map.of("CLUBPOST_TABLE", "clubpost", "CLUBPOST_BUCKET", "mails",
                "CLUBPOST_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/123456789012/deliveries",
                "CLUBPOST_PUBLIC_URL", "https://lists.example.org/",
                "CLUBPOST_CONFIGURATION_SET", "club"));

        assertEquals("clubpost", environment.table());
        assertEquals("mails", environment.bucket());
        assertEquals("https://sqs.eu-central-1.amazonaws.com/123456789012/deliveries", environment.queueUrl());
        assertEquals(URI.create("https://lists.example.org"), environment.publicUrl());
        assertEquals("club", environment.configurationSet());
    }

    @Test
    void configurationSetMayBeMissing() {
        assertEquals("", Environment.of(Map.of()).configurationSet());
        assertEquals("", Environment.of(Map.of()).ownMailsConfigurationSet());
    }

    @Test
    void ourOwnMailsShareTheConfigurationSetUnlessTheyHaveOne() {
        assertEquals("club", Environment.of(Map.of("CLUBPOST_CONFIGURATION_SET", "club")).ownMailsConfigurationSet());
        assertEquals("own", Environment.of(Map.of("CLUBPOST_CONFIGURATION_SET", "club",
                "CLUBPOST_OWN_MAILS_CONFIGURATION_SET", "own")).ownMailsConfigurationSet());
    }

    @Test
    void windowIsANumberWithinBoundsOrTen() {
        assertEquals(10, Environment.of(Map.of()).window());
        assertEquals(1000, Environment.of(Map.of("CLUBPOST_WINDOW", "1000")).window());
        for (var wrong : new String[]{"0", "1001", "-5", "ten"}) {
            var environment = Environment.of(Map.of("CLUBPOST_WINDOW", wrong));

            assertEquals("the environment variable CLUBPOST_WINDOW is not a number from 1 to 1000",
                    assertThrows(IllegalStateException.class, environment::window).getMessage());
        }
    }

    static Stream<Arguments> required() {
        return Stream.of(Arguments.of("CLUBPOST_TABLE", (Function<Environment, Object>) Environment::table),
                Arguments.of("CLUBPOST_BUCKET", (Function<Environment, Object>) Environment::bucket),
                Arguments.of("CLUBPOST_QUEUE_URL", (Function<Environment, Object>) Environment::queueUrl),
                Arguments.of("CLUBPOST_UNRECEIVED_QUEUE_URL",
                        (Function<Environment, Object>) Environment::unreceivedQueueUrl),
                Arguments.of("CLUBPOST_PUBLIC_URL", (Function<Environment, Object>) Environment::publicUrl),
                Arguments.of("CLUBPOST_SECRETS_FILE", (Function<Environment, Object>) Environment::secrets));
    }

    @ParameterizedTest
    @MethodSource("required")
    void missingVariableIsNamed(String name, Function<Environment, Object> question) {
        for (var variables : Stream.of(Map.<String, String>of(), Map.of(name, "  ")).toList()) {
            var missing = assertThrows(IllegalStateException.class,
                    () -> question.apply(Environment.of(variables)));

            assertTrue(String.valueOf(missing.getMessage())
                    .startsWith("the environment variable " + name + " is missing: "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lists.example.org", "ftp://lists.example.org", "https://", "https://a b"})
    void publicUrlThatIsNoneIsRefused(String text) {
        var environment = Environment.of(Map.of("CLUBPOST_PUBLIC_URL", text));

        assertEquals("the environment variable CLUBPOST_PUBLIC_URL is not an http or https URL",
                assertThrows(IllegalStateException.class, environment::publicUrl).getMessage());
    }

    @Test
    void secretsComeFromTheVariableOrFromAFile(@TempDir Path directory) throws Exception {
        var secrets = InstallationSecrets.generate(new SecureRandom());
        var file = directory.resolve("secrets");
        Files.writeString(file, secrets.text());

        assertEquals(secrets, Environment.of(Map.of("CLUBPOST_SECRETS", secrets.text())).secrets());
        assertEquals(secrets, Environment.of(Map.of("CLUBPOST_SECRETS_FILE", file.toString())).secrets());
    }

    @Test
    void itsTextTellsNothing() {
        assertFalse(Environment.of(Map.of("CLUBPOST_SECRETS", "x=1")).toString().contains("x=1"));
    }
}
