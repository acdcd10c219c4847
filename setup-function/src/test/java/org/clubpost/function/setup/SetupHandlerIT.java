package org.clubpost.function.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.resource.Chore;
import org.clubpost.aws.resource.Chore.Made;
import org.clubpost.aws.resource.Chore.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Events as CloudFormation sends them (AWS CloudFormation User Guide, "Custom resource request objects"), and the
 * answers that it gets.
 */
class SetupHandlerIT {

    private final List<JsonNode> answers = Collections.synchronizedList(new ArrayList<>());
    private final List<String> chores = new ArrayList<>();
    private final HttpServer cloudFormation = start();
    private final SetupHandler handler = new SetupHandler(Map.of("Custom::Site", new Recording(), "Custom::Secrets",
            new Secret(), "Custom::Broken", new Failing()));

    private HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/answer", exchange -> {
                // The signature of a real URL covers an empty content type.
                var isAccepted = exchange.getRequestMethod().equals("PUT")
                        && exchange.getRequestHeaders().getOrDefault("Content-Type", List.of()).isEmpty();
                answers.add(new ObjectMapper().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(isAccepted ? 200 : 403, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        cloudFormation.stop(0);
    }

    private final class Recording implements Chore {

        @Override
        public Made make(Properties properties) {
            chores.add("make " + properties.text("Bucket"));
            return new Made("pages", Map.of("Name", "value"));
        }

        @Override
        public void remove(String id, Properties properties) {
            chores.add("remove " + id);
        }
    }

    private static final class Secret implements Chore {

        @Override
        public Made make(Properties properties) {
            return new Made("keys", Map.of("EdgeKey", "abc"), true);
        }

        @Override
        public void remove(String id, Properties properties) {}
    }

    private static final class Failing implements Chore {

        @Override
        public Made make(Properties properties) {
            throw new IllegalStateException("the bucket is on fire");
        }

        @Override
        public void remove(String id, Properties properties) {
            throw new IllegalStateException("the bucket is on fire");
        }
    }

    /** Read as the Lambda runtime reads it. */
    private CloudFormationCustomResourceEvent event(String act, String type, String more) {
        var json = """
                {"RequestType": "%s", "ServiceToken": "arn:aws:lambda:eu-central-1:123456789012:function:setup:live",
                 "ResponseURL": "http://127.0.0.1:%d/answer?X-Amz-Signature=abc%%3D", "StackId": "arn:aws:cloudformation:eu-central-1:123456789012:stack/club/1",
                 "RequestId": "5478764e-1d2c", "LogicalResourceId": "Site", "ResourceType": "%s"%s,
                 "ResourceProperties": {"ServiceToken": "arn:aws:lambda:eu-central-1:123456789012:function:setup:live", "Bucket": "pages"}}"""
                .formatted(act, cloudFormation.getAddress().getPort(), type, more);
        return LambdaEventSerializers.serializerFor(CloudFormationCustomResourceEvent.class,
                getClass().getClassLoader()).fromJson(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void whatIsMadeIsAnsweredWithItsNameAndAttributes() throws IOException {
        handler.handleRequest(event("Create", "Custom::Site", ""), new SampleContext());

        assertEquals(List.of("make pages"), chores);
        assertEquals(
                List.of(json(
                        """
                                {"Status": "SUCCESS", "PhysicalResourceId": "pages",
                                 "StackId": "arn:aws:cloudformation:eu-central-1:123456789012:stack/club/1", "RequestId": "5478764e-1d2c",
                                 "LogicalResourceId": "Site", "Data": {"Name": "value"}}""")),
                answers);
    }

    /** AWS CloudFormation User Guide, "Custom resource response objects", NoEcho: shown as asterisks everywhere. */
    @Test
    void attributesThatAreSecretAreMarkedSo() {
        handler.handleRequest(event("Create", "Custom::Secrets", ""), new SampleContext());

        assertEquals("abc", answers.getFirst().at("/Data/EdgeKey").asText());
        assertEquals("true", answers.getFirst().path("NoEcho").asText());
    }

    @Test
    void whatIsRemovedKeepsItsName() throws IOException {
        handler.handleRequest(event("Delete", "Custom::Site", ", \"PhysicalResourceId\": \"pages\""),
                new SampleContext());

        assertEquals(List.of("remove pages"), chores);
        assertEquals("SUCCESS", answers.getFirst().path("Status").asText());
        assertEquals("pages", answers.getFirst().path("PhysicalResourceId").asText());
    }

    @Test
    void failureIsAnsweredWithItsReason() {
        handler.handleRequest(event("Create", "Custom::Broken", ""), new SampleContext());

        assertEquals("FAILED", answers.getFirst().path("Status").asText());
        assertEquals("the bucket is on fire", answers.getFirst().path("Reason").asText());
        assertEquals("never-made", answers.getFirst().path("PhysicalResourceId").asText());
    }

    @Test
    void typeThatNobodyKnowsIsAnsweredToo() {
        handler.handleRequest(event("Create", "Custom::Unheard", ""), new SampleContext());

        assertEquals("there is no chore for Custom::Unheard", answers.getFirst().path("Reason").asText());
    }
}
