package org.clubpost.function.admin.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.JsonTree;

/**
 * JSON (RFC 8259), read and written. A member that stands twice in an object is refused, and so is what is nested deeper
 * than anything we take. Times are written as RFC 3339 has them, to the millisecond.
 */
final class Json {

    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 30;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME).maxNumberLength(LONGEST_NUMBER).maxStringLength(Api.MOST_WITH_FILES)
                    .build())
            .build();

    private Json() {}

    /** Stands for {@code null}. */
    record Null() {}

    /** The object that those octets are; empty when they are none. Its values are texts, numbers, truths, lists, objects. */
    static Optional<Map<String, Object>> object(byte[] octets) {
        try (var parser = FACTORY.createParser(octets)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var read = members(parser);
            return parser.nextToken() == null ? Optional.of(read) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            all.put(name, value(parser));
        }
        return all;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> {
                var all = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    all.add(value(parser));
                }
                yield all;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> new Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IOException("no value");
        };
    }

    /** Those members as an object, in their order. */
    static String text(Map<String, ?> members) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            JsonTree.write(json, members, Json::leaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void leaf(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case String text -> json.writeString(text);
            case Instant time -> json.writeString(time.truncatedTo(ChronoUnit.MILLIS).toString());
            case LocalDate day -> json.writeString(day.toString());
            default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
        }
    }
}
