package org.clubpost.function.admin.api;

import java.util.List;
import java.util.Optional;

/**
 * A member that the JSON object of a request may have.
 *
 * @param name its name
 * @param kind what it is
 * @param most how long a text may be, in UTF-16 units, or how many texts there may be
 * @param required whether it must be there
 */
public record BodyField(String name, Kind kind, int most, boolean required) {

    private static final int MOST_OF_ONE = 200;

    /** What a member is. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A text, or null for nothing. */
        TEXT_OR_NULL,
        /** A list of texts. */
        TEXTS
    }

    /** A text that may be there. */
    public static BodyField text(String name, int most) {
        return new BodyField(name, Kind.TEXT, most, false);
    }

    /** A text, or null. */
    public static BodyField textOrNull(String name, int most) {
        return new BodyField(name, Kind.TEXT_OR_NULL, most, false);
    }

    /** Texts. */
    public static BodyField texts(String name, int most) {
        return new BodyField(name, Kind.TEXTS, most, false);
    }

    /** The same, and it must be there. */
    public BodyField must() {
        return new BodyField(name, kind, most, true);
    }

    /** What is wrong with that value; empty when nothing is. */
    Optional<String> wrong(Object value) {
        return switch (kind) {
            case TEXT -> text(value, most);
            case TEXT_OR_NULL -> value instanceof Json.Null ? Optional.empty() : text(value, most);
            case TEXTS -> value instanceof List<?> all ? texts(all) : Optional.of("must be a list of texts");
        };
    }

    private Optional<String> texts(List<?> all) {
        return all.size() > most
                ? Optional.of("must have at most " + most + " texts")
                : all.stream().flatMap(each -> text(each, MOST_OF_ONE).stream()).findFirst();
    }

    private static Optional<String> text(Object value, int longest) {
        if (!(value instanceof String text)) {
            return Optional.of("must be a text");
        }
        return text.length() > longest
                ? Optional.of("must have at most " + longest + " characters")
                : Optional.empty();
    }
}
