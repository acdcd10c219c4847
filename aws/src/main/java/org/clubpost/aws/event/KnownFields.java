package org.clubpost.aws.event;

import java.util.Map;
import java.util.Optional;

/**
 * The fields that a request may have.
 *
 * @param maxLengths the greatest length of each, in characters, by name
 * @param othersAllowed whether other fields in the body are silently ignored; otherwise they are refused. In the query
 *         they are always ignored, because programs that forward a link add fields of their own to it.
 * @param bare the field whose value may stand in the query without its name, as in {@code /u?TOKEN}: the first piece of
 *         the query that is no field of ours and has no value. A program may have put an equals sign behind it.
 * @param several the field that a body may have several times, as boxes to tick send it; its values are read as one, with
 *         commas between them, and the greatest length is that of all
 */
public record KnownFields(Map<String, Integer> maxLengths, boolean othersAllowed, Optional<String> bare,
        Optional<String> several) {

    /** Copies the lengths. */
    public KnownFields {
        maxLengths = Map.copyOf(maxLengths);
    }

    /** Fields that all have a name. */
    public KnownFields(Map<String, Integer> maxLengths, boolean othersAllowed) {
        this(maxLengths, othersAllowed, Optional.empty(), Optional.empty());
    }

    /** The same, and that one's value may stand in the query without its name. */
    public KnownFields withBare(String field) {
        return new KnownFields(maxLengths, othersAllowed, Optional.of(field), several);
    }

    /** The same, and that one may be in a body several times. */
    public KnownFields withSeveral(String field) {
        return new KnownFields(maxLengths, othersAllowed, bare, Optional.of(field));
    }
}
