package org.clubpost.aws.resource;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Answers of custom resources: a PUT to the URL that came with the request, without a content type, because the URL's
 * signature covers none (AWS CloudFormation User Guide, "Custom resource response objects").
 */
final class CloudFormationAnswers {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    /** An answer has 4,096 bytes at most. */
    private static final int LONGEST_REASON = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    /** It was made or removed. */
    void done(CloudFormationCustomResourceEvent event, Chore.Made made) {
        put(event, body(event, made, "SUCCESS", ""));
    }

    /** The work failed, for that reason. The person who deploys will read it. */
    void failed(CloudFormationCustomResourceEvent event, String id, String reason) {
        var cut = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        put(event, body(event, new Chore.Made(id, Map.of()), "FAILED", cut));
    }

    private void put(CloudFormationCustomResourceEvent event, String body) {
        var request = HttpRequest.newBuilder(URI.create(event.getResponseUrl())).timeout(ANSWER_WITHIN)
                .PUT(BodyPublishers.ofString(body)).build();
        try {
            var answer = http.send(request, BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new UncheckedIOException(new IOException("CloudFormation answered " + answer.statusCode()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while answering CloudFormation", e);
        }
    }

    private static String body(CloudFormationCustomResourceEvent event, Chore.Made made, String status,
            String reason) {
        var body = new StringWriter();
        try (var json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("Status", status);
            if (!reason.isEmpty()) {
                json.writeStringField("Reason", reason);
            }
            json.writeStringField("PhysicalResourceId", made.id());
            json.writeStringField("StackId", event.getStackId());
            json.writeStringField("RequestId", event.getRequestId());
            json.writeStringField("LogicalResourceId", event.getLogicalResourceId());
            if (made.isSecret()) {
                json.writeBooleanField("NoEcho", true);
            }
            json.writeObjectFieldStart("Data");
            for (var attribute : made.attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toString();
    }
}
