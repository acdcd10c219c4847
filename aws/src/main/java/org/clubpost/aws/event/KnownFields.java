package org.clubpost.aws.event;

import java.util.Map;

/**
 * The fields that a request may have.
 *
 * @param maxLengths the greatest length of each, in characters, by name
 * @param othersAllowed whether other fields in the body are silently ignored; otherwise they are refused. In the query
 *         they are always ignored, because programs that forward a link add fields of their own to it.
 */
public record KnownFields(Map<String, Integer> maxLengths, boolean othersAllowed) {

    /** Copies the lengths. */
    public KnownFields {
        maxLengths = Map.copyOf(maxLengths);
    }
}
