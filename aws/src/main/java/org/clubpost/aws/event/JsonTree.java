package org.clubpost.aws.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Values within values, as JSON (RFC 8259): maps as objects, lists as arrays, each in its order. */
public final class JsonTree {

    private JsonTree() {}

    /** How a value is written that holds no others and is no truth value. */
    @FunctionalInterface
    public interface Leaf {

        /**
         * Writes it.
         *
         * @throws IllegalArgumentException when there is no JSON for it
         */
        void write(JsonGenerator json, Object value) throws IOException;
    }

    /**
     * Writes the value and all that it holds.
     *
     * @throws IOException when the generator cannot write
     */
    public static void write(JsonGenerator json, Object value, Leaf leaf) throws IOException {
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> several -> {
                json.writeStartArray();
                for (var each : several) {
                    write(json, each, leaf);
                }
                json.writeEndArray();
            }
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (var member : members.entrySet()) {
                    json.writeFieldName(String.valueOf(member.getKey()));
                    write(json, member.getValue(), leaf);
                }
                json.writeEndObject();
            }
            default -> leaf.write(json, value);
        }
    }
}
