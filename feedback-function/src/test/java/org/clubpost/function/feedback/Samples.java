package org.clubpost.function.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/** SES's events, as data: a file each. All but a few are about one copy that went to Anna. */
final class Samples {

    private Samples() {}

    /** The event of that name. */
    static String event(String name) {
        return file(name + ".json");
    }

    /** What is to be read of each: the name, a colon, and that. */
    static Stream<String> expected() {
        return file("expected.txt").lines();
    }

    private static String file(String name) {
        try (var stream = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Lambda hands it on from SNS. */
    static SNSEvent sns(String... messages) {
        return new SNSEvent().withRecords(Stream.of(messages)
                .map(message -> new SNSEvent.SNSRecord().withSns(new SNSEvent.SNS().withMessage(message))).toList());
    }
}
