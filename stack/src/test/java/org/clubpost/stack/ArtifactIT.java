package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the template hands to Lambda. Skipped where the build was told to make no artifacts. */
class ArtifactIT {

    /** Far below Lambda's limit (50 MB), because a cold start loads it. */
    private static final long CEILING = 21_000_000;

    static Stream<Template.Resource> functions() {
        return Stream.of("template.yaml", "cognito.yaml").map(Template::read)
                .flatMap(template -> template.functions().stream());
    }

    private static Path artifact(Template.Resource function) {
        var artifact = Template.ROOT.resolve(function.string("CodeUri"));
        Assumptions.assumeTrue(!Boolean.getBoolean("shade.skip"), "no artifacts were made");
        assertTrue(Files.exists(artifact), artifact + " is made by ./mvnw package");
        return artifact;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void artifactIsSmall(Template.Resource function) throws IOException {
        var octets = Files.size(artifact(function));

        assertTrue(octets < CEILING, function.name() + " has " + octets + " octets");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void artifactHoldsItsHandlerAndNoHttpClientOrAnnotationsTooMany(Template.Resource function) throws IOException {
        try (var jar = new JarFile(artifact(function).toFile())) {
            var entries = jar.stream().map(entry -> entry.getName()).toList();

            assertTrue(entries.contains(function.string("Handler").replace('.', '/') + ".class"));
            assertEquals(List.of(), entries.stream().filter(name -> name.startsWith("io/netty/")
                    || name.startsWith("org/apache/http/") || name.startsWith("org/jspecify/")
                    || name.startsWith("software/amazon/awssdk/crt/")).toList());
            assertTrue(entries.contains("software/amazon/awssdk/http/urlconnection/UrlConnectionHttpClient.class"));
        }
    }
}
