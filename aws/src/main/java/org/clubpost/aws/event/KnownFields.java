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
 * @param file the field in which a form of the type {@code multipart/form-data} may send a file
 * @param mostFiles how many that field may send
 * @param maxOctets how long the body may be
 */
public record KnownFields(Map<String, Integer> maxLengths, boolean othersAllowed, Optional<String> bare,
        Optional<String> several, Optional<String> file, int mostFiles, int maxOctets) {

    /** Copies the lengths. */
    public KnownFields {
        maxLengths = Map.copyOf(maxLengths);
    }

    /** Fields that all have a name. */
    public KnownFields(Map<String, Integer> maxLengths, boolean othersAllowed) {
        this(maxLengths, othersAllowed, Optional.empty(), Optional.empty(), Optional.empty(), 1,
                FormRequest.MAX_BODY_OCTETS);
    }

    /** The same, and that one's value may stand in the query without its name. */
    public KnownFields withBare(String field) {
        return new KnownFields(maxLengths, othersAllowed, Optional.of(field), several, file, mostFiles, maxOctets);
    }

    /** The same, and that one may be in a body several times. */
    public KnownFields withSeveral(String field) {
        return new KnownFields(maxLengths, othersAllowed, bare, Optional.of(field), file, mostFiles, maxOctets);
    }

    /** The same, and that one may be a file, in a body of that length. */
    public KnownFields withFile(String field, int octets) {
        return withFiles(field, 1, octets);
    }

    /** The same, and that one may be so many files, in a body of that length. */
    public KnownFields withFiles(String field, int most, int octets) {
        return new KnownFields(maxLengths, othersAllowed, bare, several, Optional.of(field), most, octets);
    }

    /** The same, in a body of that length. */
    public KnownFields ofOctets(int octets) {
        return new KnownFields(maxLengths, othersAllowed, bare, several, file, mostFiles, octets);
    }
}
