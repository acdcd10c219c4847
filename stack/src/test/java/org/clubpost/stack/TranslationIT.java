package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What AWS SAM makes of {@code template.yaml}, by its own translator where Python and cfn-lint, which brings it, are
 * installed; elsewhere these tests are reported as skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranslationIT {

    private static final int NOT_INSTALLED = 64;

    private JsonNode translated = new ObjectMapper().createObjectNode();

    @BeforeAll
    void translate(@TempDir Path folder) throws IOException, InterruptedException {
        var script = folder.resolve("translate.py");
        try (var source = Objects.requireNonNull(TranslationIT.class.getResourceAsStream("translate.py"))) {
            Files.write(script, source.readAllBytes());
        }
        var output = folder.resolve("translated.json");
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder("python3", script.toString(),
                Template.ROOT.resolve("template.yaml").toString())
                .redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
        var hasPython = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "python3")));
        assumeTrue(hasPython, "there is no python3");
        var process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assumeTrue(process.exitValue() != NOT_INSTALLED, "cfn-lint is not installed");
        assertEquals(0, process.exitValue(), () -> text(errors));
        translated = new ObjectMapper().readTree(output.toFile());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<JsonNode> resources(String type) {
        var found = new ArrayList<JsonNode>();
        translated.path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().equals(type)) {
                found.add(resource);
            }
        });
        return found;
    }

    @Test
    void nobodyGetsARoleOrAPolicyThatIsNotInTheTemplate() {
        var ours = new TreeSet<String>();
        Template.read("template.yaml").resources("AWS::IAM::Role").forEach(role -> ours.add(role.name()));
        var theirs = new TreeSet<String>();
        translated.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().startsWith("AWS::IAM::")) {
                theirs.add(resource.getKey());
                assertTrue(resource.getValue().path("Properties").path("ManagedPolicyArns").isMissingNode());
            }
        });

        assertEquals(ours, theirs);
    }

    @Test
    void everythingCallsAnAliasAndNoFunctionItself() {
        var called = new ArrayList<JsonNode>();
        resources("AWS::Lambda::EventSourceMapping").forEach(each -> called.add(each.at("/Properties/FunctionName")));
        resources("AWS::Lambda::Permission").forEach(each -> called.add(each.at("/Properties/FunctionName")));
        resources("AWS::Events::Rule").forEach(each -> called.add(each.at("/Properties/Targets/0/Arn")));
        resources("AWS::S3::Bucket")
                .forEach(each -> each.at("/Properties/NotificationConfiguration/LambdaConfigurations")
                        .forEach(notification -> called.add(notification.path("Function"))));
        resources("AWS::ApiGatewayV2::Integration")
                .forEach(each -> called.add(each.at("/Properties/IntegrationUri")));

        assertTrue(called.size() >= 14, called.toString());
        assertEquals(Set.of(), Set.copyOf(called.stream().map(each -> each.path("Ref").asText())
                .filter(name -> !name.endsWith("Aliaslive")).toList()));
    }

    @Test
    void bucketCallsItsFunctionOnceItMay() {
        var bucket = translated.at("/Resources/MailBucket");
        var permission = bucket.at("/DependsOn/0").asText();

        assertEquals("s3.amazonaws.com", translated.at("/Resources/" + permission + "/Properties/Principal").asText());
        assertEquals("s3:ObjectCreated:*",
                bucket.at("/Properties/NotificationConfiguration/LambdaConfigurations/0/Event").asText());
        assertEquals("inbound/",
                bucket.at("/Properties/NotificationConfiguration/LambdaConfigurations/0/Filter/S3Key/Rules/0/Value")
                        .asText());
    }

    @Test
    void everyFunctionButSetUpHasASnapshot() {
        var with = resources("AWS::Lambda::Function").stream()
                .filter(each -> each.at("/Properties/SnapStart/ApplyOn").asText().equals("PublishedVersions")).count();

        assertEquals(resources("AWS::Lambda::Function").size() - 1, with);
        assertEquals(resources("AWS::Lambda::Function").size(), resources("AWS::Lambda::Version").size());
    }
}
