package org.clubpost.stack.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a function said to an event. */
sealed interface Answer {

    /** It returned. */
    record Returned(String json) implements Answer {}

    /** It threw, or could not be made. */
    record Failed(String json) implements Answer {}

    /** The JSON of either. */
    String json();

    /** The JSON, read. */
    default JsonNode tree() {
        try {
            return new ObjectMapper().readTree(json());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json(), e);
        }
    }
}
