package org.clubpost.function.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The texts, numbers and truth values of a JSON object, by their places (RFC 6901). What is nested deeper than anything of
 * ours is passed over, and so is the header of a mail, which others wrote.
 */
final class JsonFields {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 8;
    private static final String HEADER = "headers";

    private final NavigableMap<String, String> values;

    private JsonFields(NavigableMap<String, String> values) {
        this.values = values;
    }

    /** Reads a text; empty when it is no JSON object. */
    static Optional<JsonFields> of(String json) {
        var values = new TreeMap<String, String>();
        try (var parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            read(parser, values);
            return parser.nextToken() == null ? Optional.of(new JsonFields(values)) : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static void read(JsonParser parser, Map<String, String> values) throws IOException {
        var depth = 1;
        while (depth > 0) {
            var token = parser.nextToken();
            if (token == null) {
                throw new IOException("the text ends too early");
            }
            if (token.isStructStart()) {
                if (depth == DEEPEST || HEADER.equals(parser.currentName())) {
                    parser.skipChildren();
                } else {
                    depth++;
                }
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
            }
        }
    }

    /** What stands there; empty text when nothing does. */
    String text(String place) {
        return values.getOrDefault(place, "").strip();
    }

    /** The texts in the array there. */
    List<String> texts(String place) {
        return values.subMap(place + "/", place + "0").values().stream().map(String::strip).toList();
    }

    /** What is in the object there; nothing when there is none. */
    JsonFields at(String place) {
        var below = new TreeMap<String, String>();
        values.subMap(place + "/", place + "0")
                .forEach((name, value) -> below.put(name.substring(place.length()), value));
        return new JsonFields(below);
    }

    /** The objects in the array there, in their order; an empty one is none. */
    List<JsonFields> each(String place) {
        return IntStream.iterate(0, index -> index + 1).mapToObj(index -> at(place + "/" + index))
                .takeWhile(element -> !element.values.isEmpty()).toList();
    }

    /** The first text of each array in the object there, by the array's name. */
    Map<String, String> firsts(String place) {
        var found = new LinkedHashMap<String, String>();
        at(place).values.forEach((name, value) -> {
            if (name.endsWith("/0")) {
                found.put(name.substring(1, name.length() - "/0".length()), value.strip());
            }
        });
        return found;
    }
}
