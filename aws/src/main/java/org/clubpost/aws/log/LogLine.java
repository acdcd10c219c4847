package org.clubpost.aws.log;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One line of the log. Its values are words of ours, ids and numbers. Callers that add a value make sure that no person
 * typed it.
 *
 * @param fields the fields, in their order; each a text or a whole number
 * @param counts what is counted with it
 */
public record LogLine(Map<String, Object> fields, Map<Metric, Long> counts) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Copies both. */
    public LogLine {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** A line of that function about that invocation. */
    public static LogLine of(String function, String request) {
        return new LogLine(Map.of(), Map.of()).with("function", function).with("requestId", request);
    }

    /** With that field. */
    public LogLine with(String name, String value) {
        return plus(name, value);
    }

    /** With that field. */
    public LogLine with(String name, long value) {
        return plus(name, value);
    }

    /** About that list. */
    public LogLine list(ListId list) {
        return plus("list", list.value());
    }

    /** About that post. */
    public LogLine post(PostId post) {
        return plus("post", post.value());
    }

    /** What happened, in one word. */
    public LogLine outcome(String word) {
        return plus("outcome", word);
    }

    /** How long it took. */
    public LogLine took(Duration time) {
        return plus("milliseconds", time.toMillis());
    }

    /**
     * What went wrong: the kinds of exceptions, where they come from, and AWS's error codes. Their messages are left
     * out, because they may hold anything.
     */
    public LogLine failure(Throwable failure) {
        return plus("failure", Stream.iterate(Optional.of(failure), Optional::isPresent,
                each -> each.map(Throwable::getCause)).limit(5).flatMap(Optional::stream).map(LogLine::place)
                .collect(Collectors.joining(", caused by ")));
    }

    private static String place(Throwable failure) {
        var trace = failure.getStackTrace();
        var code = failure instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? " " + refused.awsErrorDetails().errorCode()
                : "";
        return failure.getClass().getName() + code + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** This line, counting that many of these; zero is not counted. */
    public LogLine counting(Metric metric, long number) {
        var more = new TreeMap<>(counts);
        if (number > 0) {
            more.merge(metric, number, Long::sum);
        }
        return new LogLine(fields, more);
    }

    private LogLine plus(String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new LogLine(more, counts);
    }

    /** The line as text: one JSON object, the counts after the other fields, each a whole number under its own name. */
    public String json() {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (var field : fields.entrySet()) {
                switch (field.getValue()) {
                    case Long number -> json.writeNumberField(field.getKey(), number);
                    case Object text -> json.writeStringField(field.getKey(), text.toString());
                }
            }
            for (var count : counts.entrySet()) {
                json.writeNumberField(count.getKey().title(), count.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
