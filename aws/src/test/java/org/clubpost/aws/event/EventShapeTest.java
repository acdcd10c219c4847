package org.clubpost.aws.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.clubpost.core.subscriber.Origin;
import org.junit.jupiter.api.Test;

class EventShapeTest {

    /** Read as Lambda's own runtime reads it. */
    private static FormRequest read(String name, Instant now) throws IOException {
        try (var json = Objects.requireNonNull(EventShapeTest.class.getResourceAsStream(name))) {
            var event = LambdaEventSerializers
                    .serializerFor(APIGatewayV2HTTPEvent.class, EventShapeTest.class.getClassLoader()).fromJson(json);
            return FormRequest.of(event, now, Arrival.DIRECT);
        }
    }

    @Test
    void oneClickFromGmailIsRead() throws IOException {
        var now = Instant.parse("2026-03-06T08:30:00Z");

        var request = read("one-click-from-gmail.json", now);

        assertEquals(Method.POST, request.method());
        assertEquals("/unsubscribe", request.path());
        assertEquals(new Origin(now, "192.0.2.44", "Mozilla/5.0 (compatible; Google-Gmail-Unsubscribe)"),
                request.origin());
        assertEquals(
                new FormFields.Read(
                        Map.of("token", "AWMAAQIDBAUGBwgJCgsMDQ4Pnews", "List-Unsubscribe", "One-Click")),
                request.fields(new KnownFields(Map.of("token", 500, "List-Unsubscribe", 100), false)));
    }
}
